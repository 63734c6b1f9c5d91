use std::collections::HashMap;

const TEXT: &str = "
clip = yes
scale = 3
offset = -17
wrap = 1021
mode = mix
smooth = no
trace = no
weight = 0.75
";

struct Config {
    clip: bool,
    scale: i64,
    offset: i64,
    wrap: i64,
    mode: String,
    smooth: bool,
    trace: bool,
    weight: f64,
}

impl Config {
    fn new(text: &str) -> Config {
        let values: HashMap<&str, &str> = text.lines().filter_map(|line| line.split_once('=')).map(|(key, value)| (key.trim(), value.trim())).collect();
        Config {
            clip: values["clip"] == "yes",
            scale: values["scale"].parse().unwrap(),
            offset: values["offset"].parse().unwrap(),
            wrap: values["wrap"].parse().unwrap(),
            mode: values["mode"].to_string(),
            smooth: values["smooth"] == "yes",
            trace: values["trace"] == "yes",
            weight: values["weight"].parse().unwrap(),
        }
    }
}

fn process(config: &Config, mut value: i64, previous: i64) -> i64 {
    if config.trace {
        println!("{value}");
    }
    value = value * config.scale + config.offset;
    if config.clip {
        if value < 0 {
            value = 0;
        } else if value > 100000 {
            value = 100000;
        }
    }
    if config.mode == "mix" {
        value = value + previous;
    } else if config.mode == "alternate" {
        value = value - previous;
    } else if config.mode == "drop" {
        value = previous;
    }
    if config.smooth {
        value = (value + previous).div_euclid(2);
    }
    value.rem_euclid(config.wrap)
}

fn main() {
    let steps: i64 = std::env::args().nth(1).unwrap().parse().unwrap();
    let config = Config::new(TEXT);
    let (mut previous, mut total, mut level) = (0, 0, 0.0);
    for i in 0..steps {
        previous = process(&config, i % 977, previous);
        level = level * config.weight + previous as f64 * (1.0 - config.weight);
        total = (total + previous) % 1000003;
    }
    println!("{total} {level:.6}");
}
