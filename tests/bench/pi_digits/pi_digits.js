"use strict";

function arctangentInverse(x, one) {
    let term = one / x, total = term, n = 1n, sign = -1n;
    const square = x * x;
    while (term) {
        term /= square;
        n += 2n;
        total += sign * (term / n);
        sign = -sign;
    }
    return total;
}

function digitsOfPi(count) {
    const one = 10n ** BigInt(count + 9);
    return 4n * (4n * arctangentInverse(5n, one) - arctangentInverse(239n, one)) / 10n ** 9n;
}

function fibonacciPair(n) {
    if (n === 0) return [0n, 1n];
    const [a, b] = fibonacciPair(Math.floor(n / 2)), c = a * (2n * b - a), d = a * a + b * b;
    return n % 2 === 0 ? [c, d] : [d, c + d];
}

const count = Math.floor(Number(process.argv[2]) / 9) * 9;
const pi = digitsOfPi(count), fibonacci = fibonacciPair(count * 40)[0];
console.log(`${pi % 10n ** 18n} ${fibonacci % 10n ** 18n}`);
