const QUERIES: [&str; 4] = [
    "age > 30 and city = 3 sum pay",
    "pay > 5000 and age < 50 and rank != 2 sum age",
    "city = 1 or city = 4 or rank = 0 sum pay",
    "age > 20 and pay < 7000 and city != 2 and rank > 1 sum rank",
];

struct Row {
    age: i64,
    pay: i64,
    city: i64,
    rank: i64,
}

type Column = fn(&Row) -> i64;
type Predicate = Box<dyn Fn(&Row) -> bool>;

fn find_column(name: &str) -> Column {
    match name {
        "age" => |row| row.age,
        "pay" => |row| row.pay,
        "city" => |row| row.city,
        "rank" => |row| row.rank,
        _ => panic!("no column {name}"),
    }
}

fn condition(column: &str, operator: &str, limit: &str) -> Predicate {
    let get = find_column(column);
    let limit: i64 = limit.parse().unwrap();
    match operator {
        ">" => Box::new(move |row| get(row) > limit),
        "<" => Box::new(move |row| get(row) < limit),
        "=" => Box::new(move |row| get(row) == limit),
        _ => Box::new(move |row| get(row) != limit),
    }
}

fn parse(query: &str) -> (Predicate, Column) {
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut predicate = condition(words[0], words[1], words[2]);
    let mut at = 3;
    while words[at] != "sum" {
        let more = condition(words[at + 1], words[at + 2], words[at + 3]);
        let before = predicate;
        predicate = if words[at] == "and" {
            Box::new(move |row| before(row) && more(row))
        } else {
            Box::new(move |row| before(row) || more(row))
        };
        at += 4;
    }
    (predicate, find_column(words[at + 1]))
}

fn run(rows: &[Row], predicate: &Predicate, column: Column) -> i64 {
    let (mut total, mut count) = (0, 0);
    for row in rows {
        if predicate(row) {
            total += column(row);
            count += 1;
        }
    }
    total + count
}

fn make_rows(count: usize, mut seed: i64) -> Vec<Row> {
    let mut rows = Vec::new();
    for _ in 0..count {
        seed = seed * 16807 % 2147483647;
        rows.push(Row { age: 18 + seed % 50, pay: 1000 + seed / 50 % 9000, city: seed / 7 % 6, rank: seed / 11 % 4 });
    }
    rows
}

fn main() {
    let rounds: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let rows = make_rows(2000, 13);
    let queries: Vec<_> = QUERIES.into_iter().map(parse).collect();
    let mut total = 0;
    for _ in 0..rounds {
        for (predicate, column) in &queries {
            total = (total * 3 + run(&rows, predicate, *column)) % 1000003;
        }
    }
    println!("{total}");
}
