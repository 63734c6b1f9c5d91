// The gamma function and its logarithm by Lanczos' approximation (N = 13, g = 6.0246..., coefficients as published with
// Boost), arranged so that the results agree with CPython's to the last digit.
#include <math.h>

#include "math_int.h"

static const double lanczos_g = 6.024680040776729583740234375;
static const double lanczos_g_minus_half = 5.524680040776729583740234375;

enum { LANCZOS_N = 13, GAMMA_TABLE = 23 };

static const double lanczos_numerator[LANCZOS_N] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};

static const double lanczos_denominator[LANCZOS_N] = {0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
                                                      2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0};

// Numerator over denominator at x > 0; for large x both in powers of 1/x, lest they overflow.
static double lanczos_sum(double x) {
    double numerator = 0, denominator = 0;
    if (x < 5.0) {
        for (int i = LANCZOS_N - 1; i >= 0; i--) {
            numerator = numerator * x + lanczos_numerator[i];
            denominator = denominator * x + lanczos_denominator[i];
        }
    } else {
        for (int i = 0; i < LANCZOS_N; i++) {
            numerator = numerator / x + lanczos_numerator[i];
            denominator = denominator / x + lanczos_denominator[i];
        }
    }
    return numerator / denominator;
}

// sin(pi * x), accurate near the integers.
static double sin_pi(double x) {
    double y = fmod(fabs(x), 2.0), r;
    switch ((int)round(2.0 * y)) {
    case 0: r = sin(M_PI * y); break;
    case 1: r = cos(M_PI * (y - 0.5)); break;
    case 2: r = sin(M_PI * (1.0 - y)); break;
    case 3: r = -cos(M_PI * (y - 1.5)); break;
    default: r = sin(M_PI * (y - 2.0)); break;
    }
    return copysign(1.0, x) * r;
}

static double gamma_of_integer(double x) {
    double product = 1.0;
    for (double i = 2.0; i < x; i += 1.0) product *= i;  // exact up to 22!
    return product;
}

// The error of the sum |x| + g - 1/2, scaled for use as a relative correction.
static double gamma_correction(double absolute, double y) {
    double z;
    if (absolute > lanczos_g_minus_half) z = (y - absolute) - lanczos_g_minus_half;
    else z = (y - lanczos_g_minus_half) - absolute;
    return z * lanczos_g / y;
}

static double gamma_general(double x) {
    double absolute = fabs(x), y = absolute + lanczos_g_minus_half, z = gamma_correction(absolute, y), r;
    if (x < 0) {
        r = -M_PI / sin_pi(absolute) / absolute * exp(y) / lanczos_sum(absolute);
        r -= z * r;
    } else {
        r = lanczos_sum(absolute) / exp(y);
        r += z * r;
    }
    bool whole = absolute < 140.0;  // else the power is taken in two halves, lest it overflow
    double power = whole ? pow(y, absolute - 0.5) : pow(y, absolute / 2.0 - 0.25);
    for (int i = 0; i < (whole ? 1 : 2); i++) r = x < 0 ? r / power : r * power;
    return r;
}

double math_gamma(double x, MathStatus *status) {
    *status = MATH_OK;
    if (isnan(x) || x == INFINITY) return x;
    if (x == 0 || x == -INFINITY || (x == floor(x) && x < 0)) {
        *status = MATH_DOMAIN;
        return NAN;
    }
    double r;
    if (x == floor(x) && x <= GAMMA_TABLE) return gamma_of_integer(x);
    if (fabs(x) < 1e-20) r = 1.0 / x;
    else if (fabs(x) > 200.0) r = x < 0 ? 0.0 / sin_pi(x) : INFINITY;
    else r = gamma_general(x);
    if (isinf(r)) *status = MATH_RANGE;
    return r;
}

double math_lgamma(double x, MathStatus *status) {
    *status = MATH_OK;
    if (isnan(x)) return x;
    if (isinf(x)) return INFINITY;
    if (x == floor(x) && x <= 2.0) {
        if (x <= 0.0) *status = MATH_DOMAIN;
        return 0.0;
    }
    double absolute = fabs(x);
    if (absolute < 1e-20) return -log(absolute);
    double r = log(lanczos_sum(absolute)) - lanczos_g;
    r += (absolute - 0.5) * (log(absolute + lanczos_g - 0.5) - 1);
    if (x < 0.0) r = log(M_PI) - log(fabs(sin_pi(absolute))) - log(absolute) - r;
    if (isinf(r)) *status = MATH_RANGE;
    return r;
}
