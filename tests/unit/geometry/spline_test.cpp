#include "engine/geometry/spline.h"

#include <catch2/catch.hpp>
#include <cmath>

using knotmap::geometry::SplineBasis;

namespace {

double value(const SplineBasis& basis, const std::vector<double>& values, double t, bool slope)
{
    std::vector<float> weights(values.size());
    if (slope)
        basis.slopeWeights(t, weights.data());
    else
        basis.weights(t, weights.data());
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        sum += static_cast<double>(weights[i]) * values[i];
    return sum;
}

} // namespace

TEST_CASE("a not-a-knot spline reproduces every cubic and its slope")
{
    const auto cubic = [](double t) { return 2 * t * t * t - 3 * t * t + t - 5; };
    const auto slope = [](double t) { return 6 * t * t - 6 * t + 1; };
    for (const int count : {4, 5, 9}) {
        const SplineBasis basis = SplineBasis::notAKnot(count);
        std::vector<double> values;
        for (int i = 0; i < count; ++i)
            values.push_back(cubic(i));
        for (double t = 0; t <= count - 1; t += 0.37) {
            CHECK(value(basis, values, t, false) == Approx(cubic(t)).margin(1e-3));
            CHECK(value(basis, values, t, true) == Approx(slope(t)).margin(1e-3));
        }
    }
}

TEST_CASE("splines pass through their values")
{
    const std::vector<double> values = {3, -1, 4, 1, -5, 9};
    for (const SplineBasis& basis : {SplineBasis::notAKnot(6), SplineBasis::periodic(6)})
        for (std::size_t i = 0; i < values.size(); ++i)
            CHECK(value(basis, values, static_cast<double>(i), false) ==
                  Approx(values[i]).margin(1e-5));
}

TEST_CASE("a periodic spline closes smoothly")
{
    const SplineBasis basis = SplineBasis::periodic(12);
    std::vector<double> circle;
    for (int i = 0; i < 12; ++i)
        circle.push_back(std::cos(2 * M_PI * i / 12));
    CHECK(value(basis, circle, 12.0 - 1e-6, false) == Approx(1).margin(1e-4));
    CHECK(value(basis, circle, 12.0 - 1e-6, true) ==
          Approx(value(basis, circle, 0, true)).margin(1e-4));
    for (double t = 0; t < 12; t += 0.31)
        CHECK(value(basis, circle, t, false) == Approx(std::cos(2 * M_PI * t / 12)).margin(2e-3));
}
