#include "engine/care/caution_area.h"

#include <algorithm>

namespace knotmap::care {

bool CautionArea::allows(const std::string& tool) const
{
    return std::find(tools.begin(), tools.end(), tool) != tools.end();
}

} // namespace knotmap::care
