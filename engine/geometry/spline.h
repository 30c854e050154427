#pragma once

#include <vector>

namespace knotmap::geometry {

/// A cubic spline over values at the parameters 0, 1, ... n-1, expressed as weights of those
/// values: the spline is linear in them, so one basis serves every coordinate and every curve.
class SplineBasis
{
public:
    /// Not-a-knot at both ends; `count` >= 4. As in de Boor, A Practical Guide to Splines (1978),
    /// chapter IV.
    static SplineBasis notAKnot(int count);
    /// Closed: value n equals value 0; `count` >= 3.
    static SplineBasis periodic(int count);

    int count() const { return m_count; }

    /// Weights of the values (and of the slope) at parameter t; `out` has `count` entries.
    void weights(double t, float* out) const;
    void slopeWeights(double t, float* out) const;

private:
    SplineBasis(int count, bool closed);
    void solveSlopes(std::vector<double> system, std::vector<double> right);
    void blend(double t, bool slope, float* out) const;

    int m_count;
    bool m_closed;
    std::vector<double> m_slopes; ///< count x count: slopes at the knots as weights of the values
};

} // namespace knotmap::geometry
