"use strict";

function makeKernel(width, height) {
    const kernel = [];
    let total = 0;
    for (let y = 0; y < height; y++) {
        const row = [];
        for (let x = 0; x < width; x++) {
            const weight = 1.0 + Math.min(x, width - 1 - x) + Math.min(y, height - 1 - y);
            row.push(weight);
            total += weight;
        }
        kernel.push(row);
    }
    return kernel.map((row) => row.map((weight) => weight / total));
}

function makeImage(width, height, seed) {
    const image = [];
    for (let y = 0; y < height; y++) {
        const row = [];
        for (let x = 0; x < width; x++) {
            seed = seed * 16807 % 2147483647;
            row.push(seed % 256);
        }
        image.push(row);
    }
    return image;
}

function convolve(image, kernel) {
    const kernelHeight = kernel.length, kernelWidth = kernel[0].length, out = [];
    for (let y = 0; y < image.length - kernelHeight + 1; y++) {
        const row = [];
        for (let x = 0; x < image[0].length - kernelWidth + 1; x++) {
            let total = 0;
            for (let j = 0; j < kernelHeight; j++) {
                const weights = kernel[j], line = image[y + j];
                for (let i = 0; i < kernelWidth; i++) total += weights[i] * line[x + i];
            }
            row.push(total);
        }
        out.push(row);
    }
    return out;
}

const rounds = Number(process.argv[2]);
let total = 0;
for (let i = 0; i < rounds; i++) {
    const kernel = makeKernel(2 + i % 4, 3 + i % 3);
    let image = makeImage(60, 40, i + 1);
    for (let j = 0; j < 3; j++) image = convolve(image, kernel);
    for (const row of image) for (const value of row) total += value;
}
console.log(total.toFixed(4));
