"""Checks what a log hands out, written from the C2SP texts (signed-note, tlog-checkpoint, tlog-proof, tlog-tiles) and from
RFC 6962 and RFC 8032 alone.
Usage: check_tlog.py VKEY PROOF | check_tlog.py VKEY GROWTH EARLIER-CHECKPOINT | check_tlog.py VKEY FOLDER-OF-TILES"""
import base64, hashlib, os, sys

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, ROOT = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P)

def point(data):
    y, sign = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * ROOT % P
    assert y < P and x * x % P == square and (x or not sign), "not a point of the curve"
    return (x if x & 1 == sign else P - x), y

def add(a, b):
    t = D * a[0] * b[0] * a[1] * b[1] % P
    return ((a[0] * b[1] + b[0] * a[1]) * pow(1 + t, -1, P) % P, (a[1] * b[1] + a[0] * b[0]) * pow(1 - t, -1, P) % P)

def times(n, a):
    result = (0, 1)
    while n:
        result, a, n = add(result, a) if n & 1 else result, add(a, a), n >> 1
    return result

def is_signature(key, signature, message):
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    h = int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % L
    base = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
    return len(signature) == 64 and s < L and times(s, base) == add(point(r), times(h, point(key)))

def opened(note, vkey):
    name, key_id, key = vkey.split("+", 2)
    key = base64.b64decode(key)
    assert hashlib.sha256(name.encode() + b"\n" + key).digest()[:4].hex() == key_id and key[0] == 1, "bad verifier key"
    text, lines = note.rsplit("\n\n", 1)
    for line in lines.splitlines():
        dash, signer, value = line.split(" ")
        value = base64.b64decode(value, validate=True)
        if dash == "\u2014" and signer == name and value[:4].hex() == key_id:
            assert is_signature(key[1:], value[4:], text.encode() + b"\n"), "bad signature"
            origin, size, root = text.split("\n")[:3]
            assert origin == name, "signed for another log"
            return int(size), base64.b64decode(root)
    raise AssertionError("no signature of this key")

def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()

def climb(leaf, index, size, path):  # RFC 6962, 2.1.1, read backwards: the last hash belongs to the topmost split
    if size == 1:
        assert not path, "the proof is too long"
        return leaf
    half = 1 << (size - 1).bit_length() - 1
    if index < half:
        return node(climb(leaf, index, half, path[:-1]), path[-1])
    return node(path[-1], climb(leaf, index - half, size - half, path[:-1]))

def mth(leaves):
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return node(mth(leaves[:half]), mth(leaves[half:]))

def check_proof(text, vkey):
    head, note = text.split("\n\n", 1)
    version, extra, index, *path = head.split("\n")
    assert version == "c2sp.org/tlog-proof@v1" and extra.startswith("extra ") and index.startswith("index ")
    size, root = opened(note, vkey)
    assert 0 <= int(index[6:]) < size, "no such entry"
    leaf = hashlib.sha256(b"\0" + base64.b64decode(extra[6:])).digest()
    assert climb(leaf, int(index[6:]), size, [base64.b64decode(line) for line in path]) == root, "not in the log"

def grown(before, size, path, old, whole):  # RFC 6962, 2.1.2: the roots of the first leaves and of all, as the path has them
    if before == size:
        assert len(path) == (0 if whole else 1), "the proof has another length"
        return (old, old) if whole else (path[0], path[0])
    assert path, "the proof is too short"
    half = 1 << (size - 1).bit_length() - 1
    if before <= half:
        first, both = grown(before, half, path[:-1], old, whole)
        return first, node(both, path[-1])
    first, both = grown(before - half, size - half, path[:-1], old, False)
    return node(path[-1], first), node(path[-1], both)

def check_growth(text, earlier, vkey):
    head, note = text.split("\n\n", 1)
    old, *path = head.split("\n")
    (before, root), (size, now) = opened(earlier, vkey), opened(note, vkey)
    assert old == f"old {before}" and 0 < before <= size, "a proof of something else"
    hashes = [base64.b64decode(line, validate=True) for line in path]
    assert grown(before, size, hashes, root, True) == (root, now), "the log did not grow from there"

def tile(folder, level, number, width):
    path = f"{number % 1000:03}" + (f".p/{width}" if width < 256 else "")
    while number >= 1000:
        number //= 1000
        path = f"x{number % 1000:03}/{path}"
    name = os.path.join(folder, "tile", level, path)
    return open(name, "rb").read()

def check_tiles(folder, vkey):
    size, root = opened(open(os.path.join(folder, "checkpoint"), encoding="utf-8").read(), vkey)
    leaves, level = [], 0
    for first in range(0, size, 256):
        width = min(256, size - first)
        hashes, bundle = tile(folder, "0", first // 256, width), tile(folder, "entries", first // 256, width)
        for i in range(width):
            length = int.from_bytes(bundle[:2], "big")
            leaves.append(hashlib.sha256(b"\0" + bundle[2:2 + length]).digest())
            assert leaves[-1] == hashes[32 * i:32 * i + 32], "an entry is not that of its tile"
            bundle = bundle[2 + length:]
        assert not bundle and len(hashes) == 32 * width, "a tile has another width"
    assert mth(leaves) == root, "the tiles do not make the root"
    upper = leaves
    while len(upper) >= 256:
        upper, level = [mth(upper[i:i + 256]) for i in range(0, len(upper) - 255, 256)], level + 1
        for first in range(0, len(upper), 256):
            part = upper[first:first + 256]
            assert tile(folder, str(level), first // 256, len(part)) == b"".join(part), "an upper tile is wrong"

if __name__ == "__main__":
    if os.path.isdir(sys.argv[2]):
        check_tiles(sys.argv[2], sys.argv[1])
    elif len(sys.argv) > 3:
        check_growth(*(open(name, encoding="utf-8").read() for name in sys.argv[2:4]), sys.argv[1])
    else:
        check_proof(open(sys.argv[2], encoding="utf-8").read(), sys.argv[1])
    print("good")
