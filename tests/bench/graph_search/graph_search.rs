use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, VecDeque};

type Graph = Vec<Vec<(usize, i64)>>;

fn make_graph(nodes: usize, mut seed: i64) -> Graph {
    let mut neighbours = vec![Vec::new(); nodes];
    for (i, edges) in neighbours.iter_mut().enumerate() {
        for _ in 0..4 {
            seed = seed * 16807 % 2147483647;
            let other = (i as i64 + seed % 300 - 150).rem_euclid(nodes as i64) as usize;
            edges.push((other, seed / 300 % 50 + 1));
        }
    }
    neighbours
}

fn dijkstra(neighbours: &Graph, start: usize) -> Vec<i64> {
    let mut distances = vec![-1; neighbours.len()];
    let mut heap = BinaryHeap::from([Reverse((0, start))]);
    while let Some(Reverse((distance, node))) = heap.pop() {
        if distances[node] >= 0 {
            continue;
        }
        distances[node] = distance;
        for &(other, weight) in &neighbours[node] {
            if distances[other] < 0 {
                heap.push(Reverse((distance + weight, other)));
            }
        }
    }
    distances
}

fn breadth_first(neighbours: &Graph, start: usize) -> (i64, usize) {
    let mut depths = HashMap::from([(start, 0)]);
    let mut queue = VecDeque::from([start]);
    while let Some(node) = queue.pop_front() {
        let depth = depths[&node] + 1;
        for &(other, _) in &neighbours[node] {
            depths.entry(other).or_insert_with(|| {
                queue.push_back(other);
                depth
            });
        }
    }
    (*depths.values().max().unwrap(), depths.len())
}

fn find_root(parents: &mut [usize], mut node: usize) -> usize {
    while parents[node] != node {
        parents[node] = parents[parents[node]];
        node = parents[node];
    }
    node
}

fn components(neighbours: &Graph, limit: i64) -> usize {
    let mut parents: Vec<usize> = (0..neighbours.len()).collect();
    let mut count = parents.len();
    for (node, edges) in neighbours.iter().enumerate() {
        for &(other, weight) in edges {
            if weight <= limit {
                let a = find_root(&mut parents, node);
                let b = find_root(&mut parents, other);
                if a != b {
                    parents[a] = b;
                    count -= 1;
                }
            }
        }
    }
    count
}

fn main() {
    let nodes: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let neighbours = make_graph(nodes, 17);
    let distances = dijkstra(&neighbours, 0);
    let (deepest, reached) = breadth_first(&neighbours, 0);
    let (most, sum) = (distances.iter().max().unwrap(), distances.iter().sum::<i64>());
    println!("{} {} {} {} {}", most, sum, deepest, reached, components(&neighbours, 12));
}
