"use strict";

const TEXT = `
clip = yes
scale = 3
offset = -17
wrap = 1021
mode = mix
smooth = no
trace = no
weight = 0.75
`;

class Config {
    constructor(text) {
        const values = new Map();
        for (const line of text.split("\n")) {
            if (!line.includes("=")) continue;
            const [key, value] = line.split("=");
            values.set(key.trim(), value.trim());
        }
        this.clip = values.get("clip") === "yes";
        this.scale = Number(values.get("scale"));
        this.offset = Number(values.get("offset"));
        this.wrap = Number(values.get("wrap"));
        this.mode = values.get("mode");
        this.smooth = values.get("smooth") === "yes";
        this.trace = values.get("trace") === "yes";
        this.weight = Number(values.get("weight"));
    }
}

function processValue(config, value, previous) {
    if (config.trace) console.log(value);
    value = value * config.scale + config.offset;
    if (config.clip) {
        if (value < 0) value = 0;
        else if (value > 100000) value = 100000;
    }
    if (config.mode === "mix") value = value + previous;
    else if (config.mode === "alternate") value = value - previous;
    else if (config.mode === "drop") value = previous;
    if (config.smooth) value = Math.floor((value + previous) / 2);
    return value % config.wrap;
}

const steps = Number(process.argv[2]), config = new Config(TEXT);
let previous = 0, level = 0.0, total = 0;
for (let i = 0; i < steps; i++) {
    previous = processValue(config, i % 977, previous);
    level = level * config.weight + previous * (1.0 - config.weight);
    total = (total + previous) % 1000003;
}
console.log(`${total} ${level.toFixed(6)}`);
