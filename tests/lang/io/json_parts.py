import json
print(json.decoder.JSONDecoder is json.JSONDecoder, json.encoder.JSONEncoder is json.JSONEncoder, json.decoder.JSONDecodeError.__name__)
try:
    json.nothing
except AttributeError as error:
    print(error)
shared = [1, {"a": ()}]
print(json.dumps([shared, shared, {"x": shared}]), json.dumps([shared], check_circular=False))
loop = {"a": [shared]}
shared.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)
deep = []
for _ in range(300):
    deep = [deep]
print(len(json.dumps(deep)), json.loads(json.dumps(deep)) == deep)
