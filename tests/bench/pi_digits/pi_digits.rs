// Natural numbers in base 10^9, lowest first, without zeros on top.
const BASE: u64 = 1_000_000_000;

#[derive(Clone)]
struct Natural {
    limbs: Vec<u32>,
}

impl Natural {
    fn new(mut limbs: Vec<u32>) -> Natural {
        while limbs.last() == Some(&0) {
            limbs.pop();
        }
        Natural { limbs }
    }

    fn limb(&self, i: usize) -> u32 {
        self.limbs.get(i).copied().unwrap_or(0)
    }

    fn divide_small(&self, divisor: u64) -> Natural {
        let mut limbs = vec![0; self.limbs.len()];
        let mut rest = 0;
        for i in (0..limbs.len()).rev() {
            let value = rest * BASE + self.limbs[i] as u64;
            limbs[i] = (value / divisor) as u32;
            rest = value % divisor;
        }
        Natural::new(limbs)
    }

    fn add(&self, other: &Natural) -> Natural {
        let count = self.limbs.len().max(other.limbs.len()) + 1;
        let mut carry = 0;
        let mut limbs = Vec::with_capacity(count);
        for i in 0..count {
            let sum = carry + self.limb(i) + other.limb(i);
            carry = (sum >= BASE as u32) as u32;
            limbs.push(sum - carry * BASE as u32);
        }
        Natural::new(limbs)
    }

    fn subtract(&self, other: &Natural) -> Natural {
        let mut borrow = 0;
        let mut limbs = Vec::with_capacity(self.limbs.len());
        for i in 0..self.limbs.len() {
            let difference = self.limbs[i] as i32 - borrow - other.limb(i) as i32;
            borrow = (difference < 0) as i32;
            limbs.push((difference + borrow * BASE as i32) as u32);
        }
        Natural::new(limbs)
    }

    fn multiply(&self, other: &Natural) -> Natural {
        let mut limbs = vec![0u32; self.limbs.len() + other.limbs.len()];
        for (i, &a) in self.limbs.iter().enumerate() {
            let mut carry = 0;
            for (j, &b) in other.limbs.iter().enumerate() {
                let value = limbs[i + j] as u64 + carry + a as u64 * b as u64;
                limbs[i + j] = (value % BASE) as u32;
                carry = value / BASE;
            }
            limbs[i + other.limbs.len()] = carry as u32;
        }
        Natural::new(limbs)
    }

    fn last_digits(&self) -> u64 {
        self.limb(1) as u64 * BASE + self.limb(0) as u64
    }
}

fn small(value: u32) -> Natural {
    Natural::new(vec![value])
}

fn arctangent_inverse(x: u64, one: &Natural) -> Natural {
    let mut term = one.divide_small(x);
    let mut total = term.clone();
    let (mut n, mut minus) = (3, true);
    while !term.limbs.is_empty() {
        term = term.divide_small(x * x);
        let part = term.divide_small(n);
        total = if minus { total.subtract(&part) } else { total.add(&part) };
        n += 2;
        minus = !minus;
    }
    total
}

fn digits_of_pi(count: usize) -> Natural {
    let mut limbs = vec![0; count / 9 + 1];
    limbs.push(1);
    let one = Natural::new(limbs);
    let four = small(4);
    let pi = arctangent_inverse(5, &one).multiply(&four).subtract(&arctangent_inverse(239, &one)).multiply(&four);
    Natural::new(pi.limbs[1..].to_vec())
}

fn fibonacci_pair(n: usize) -> (Natural, Natural) {
    if n == 0 {
        return (small(0), small(1));
    }
    let (a, b) = fibonacci_pair(n / 2);
    let c = a.multiply(&b.add(&b).subtract(&a));
    let d = a.multiply(&a).add(&b.multiply(&b));
    if n % 2 == 0 {
        (c, d)
    } else {
        let next = c.add(&d);
        (d, next)
    }
}

fn main() {
    let count: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let count = count / 9 * 9;
    let pi = digits_of_pi(count);
    let (fibonacci, _) = fibonacci_pair(count * 40);
    println!("{} {}", pi.last_digits(), fibonacci.last_digits());
}
