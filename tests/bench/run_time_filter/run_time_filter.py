# A query over rows: conditions and columns come from a text, are made into predicates, and meet every row.
import sys

QUERIES = [
    "age > 30 and city = 3 sum pay",
    "pay > 5000 and age < 50 and rank != 2 sum age",
    "city = 1 or city = 4 or rank = 0 sum pay",
    "age > 20 and pay < 7000 and city != 2 and rank > 1 sum rank",
]


class Row:
    def __init__(self, age, pay, city, rank):
        self.age = age
        self.pay = pay
        self.city = city
        self.rank = rank


COLUMNS = {
    "age": lambda row: row.age,
    "pay": lambda row: row.pay,
    "city": lambda row: row.city,
    "rank": lambda row: row.rank,
}


def condition(column, operator, limit):
    get = COLUMNS[column]
    if operator == ">":
        return lambda row: get(row) > limit
    if operator == "<":
        return lambda row: get(row) < limit
    if operator == "=":
        return lambda row: get(row) == limit
    return lambda row: get(row) != limit


def both(a, b):
    return lambda row: a(row) and b(row)


def either(a, b):
    return lambda row: a(row) or b(row)


def parse(query):
    words = query.split()
    at = 3
    predicate = condition(words[0], words[1], int(words[2]))
    while words[at] != "sum":
        more = condition(words[at + 1], words[at + 2], int(words[at + 3]))
        predicate = both(predicate, more) if words[at] == "and" else either(predicate, more)
        at += 4
    return predicate, COLUMNS[words[at + 1]]


def run(rows, predicate, column):
    total = count = 0
    for row in rows:
        if predicate(row):
            total += column(row)
            count += 1
    return total + count


def make_rows(count, seed):
    rows = []
    for _ in range(count):
        seed = seed * 16807 % 2147483647
        rows.append(Row(18 + seed % 50, 1000 + seed // 50 % 9000, seed // 7 % 6, seed // 11 % 4))
    return rows


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 550
    rows = make_rows(2000, 13)
    queries = [parse(query) for query in QUERIES]
    total = 0
    for _ in range(rounds):
        for predicate, column in queries:
            total = (total * 3 + run(rows, predicate, column)) % 1000003
    print(total)


main()
