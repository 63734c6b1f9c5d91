# A bank: accounts, transactions with rollback, overdraft rules, statements.
class BankError(Exception):
    pass


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance}, needs {amount}")
        self.shortfall = amount - account.balance


class Account:
    interest = 0
    number = 1000

    def __init__(self, owner, balance=0):
        Account.number += 1
        self.id = Account.number
        self.owner, self._balance, self.history = owner, balance, []

    @property
    def balance(self):
        return self._balance

    @property
    def available(self):
        return self._balance

    def deposit(self, amount, note="deposit"):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self._balance += amount
        self.history.append((note, amount))

    def withdraw(self, amount, note="withdrawal"):
        if amount <= 0:
            raise ValueError("amount must be positive")
        if amount > self.available:
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append((note, -amount))

    def month_end(self):
        if self.interest and self._balance > 0:
            self.deposit(self._balance * self.interest // 10000, "interest")

    def __repr__(self):
        return f"<{type(self).__name__} {self.id} {self.owner}: {self._balance}>"

    def __lt__(self, other):
        return self.id < other.id


class Savings(Account):
    interest = 250

    def withdraw(self, amount, note="withdrawal"):
        if sum(1 for n, a in self.history if a < 0) >= 2:
            raise BankError(f"{self.owner}: too many withdrawals")
        super().withdraw(amount, note)


class Checking(Account):
    def __init__(self, owner, balance=0, limit=100):
        super().__init__(owner, balance)
        self.limit = limit

    @property
    def available(self):
        return super().available + self.limit

    def month_end(self):
        if self.balance < 0:
            fee = max(1, -self.balance // 10)
            self._balance -= fee
            self.history.append(("fee", -fee))


class Transaction:
    def __init__(self, *accounts):
        self.accounts = accounts

    def __enter__(self):
        self.saved = [(a, a._balance, list(a.history)) for a in self.accounts]
        return self

    def __exit__(self, kind, value, tb):
        if kind and issubclass(kind, BankError):
            for account, balance, history in self.saved:
                account._balance, account.history = balance, history
            print("rolled back:", value)
            return True


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, kind, *args, **kw):
        account = kind(*args, **kw)
        self.accounts[account.id] = account
        return account

    def transfer(self, source, target, amount):
        with Transaction(source, target):
            target.deposit(amount, f"from {source.owner}")
            source.withdraw(amount, f"to {target.owner}")
            return True
        return False

    def total(self):
        return sum(a.balance for a in self.accounts.values())

    def statement(self):
        for account in sorted(self.accounts.values()):
            print(account)
            running = 0
            for note, amount in account.history:
                running += amount
                print(f"    {note:<14}{amount:>+8}{running:>8}")


bank = Bank()
ann = bank.open(Savings, "Ann", 1000)
bob = bank.open(Checking, "Bob", 50, limit=200)
eve = bank.open(Account, owner="Eve")
print(bank.transfer(ann, bob, 300), bank.transfer(bob, eve, 500), bank.transfer(eve, ann, 9999), bank.total())
print(bank.transfer(ann, eve, 10), bank.transfer(ann, eve, 10), ann)
for bad in (lambda: ann.deposit(-5), lambda: eve.withdraw(0), lambda: setattr(ann, "balance", 5), lambda: eve.withdraw(10 ** 9)):
    try:
        bad()
    except InsufficientFunds as e:
        print("short by", e.shortfall)
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
for month in range(2):
    for a in bank.accounts.values():
        a.month_end()
bank.statement()
print(bank.total(), sorted(bank.accounts), ann < bob, isinstance(bob, Account))
