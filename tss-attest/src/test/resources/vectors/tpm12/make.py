"""Makes quote1/ and quote2-version/: what TPM_Quote, and TPM_Quote2 with version information, sign.

tpm-quote-tools have neither, so the commands are sent raw. The TPM is the one of aik/: swtpm 0.7.1
(libtpms 0.9.2) with a state in which the SRK's secret is 20 zero octets.

  make.py STATE-DIRECTORY AIK-BLOB OUT-DIRECTORY
"""
import hashlib, hmac, os, shutil, socket, struct, subprocess, sys, tempfile, time

state, blob, out = sys.argv[1], open(sys.argv[2], "rb").read(), sys.argv[3]
work = tempfile.mkdtemp()
shutil.copy(os.path.join(state, "tpm-00.permall"), work)
port = 25721
tpm = subprocess.Popen(
    ["swtpm", "socket", "--tpmstate", "dir=" + work,
     "--server", "type=tcp,port=%d,bindaddr=127.0.0.1" % port,
     "--ctrl", "type=tcp,port=%d,bindaddr=127.0.0.1" % (port + 1), "--flags", "not-need-init"])
try:
    time.sleep(1)
    wire = socket.create_connection(("127.0.0.1", port))

    def send(tag, ordinal, body):
        wire.sendall(struct.pack(">HII", tag, 10 + len(body), ordinal) + body)
        answer = wire.recv(10)
        size, code = struct.unpack(">II", answer[2:10])
        while len(answer) < size:
            answer += wire.recv(size - len(answer))
        assert code == 0, "ordinal 0x%x: 0x%x" % (ordinal, code)
        return answer[10:]

    send(0xc1, 0x99, struct.pack(">H", 1))  # TPM_Startup(CLEAR)
    send(0xc1, 0x50, b"")  # TPM_SelfTestFull
    for pcr, text in ((0, b"firmware"), (0, b"firmware"), (1, b"config"), (10, b"ima-entry-1"), (16, b"debug")):
        send(0xc1, 0x14, struct.pack(">I", pcr) + hashlib.sha1(text).digest())

    session = send(0xc1, 0x0a, b"")  # TPM_OIAP
    handle, even, odd = session[:4], session[4:24], bytes(range(20))
    digest = hashlib.sha1(struct.pack(">I", 0x41) + blob).digest()
    auth = hmac.new(bytes(20), digest + even + odd + b"\0", hashlib.sha1).digest()
    loaded = send(0xc2, 0x41, struct.pack(">I", 0x40000000) + blob + handle + odd + b"\0" + auth)
    key = loaded[:4]

    nonce = bytes.fromhex("fedcba98765432100123456789abcdef00ff7f80")
    selection = bytes.fromhex("0003070401")

    answer = send(0xc1, 0x16, key + nonce + selection)  # TPM_Quote
    values = struct.unpack(">I", answer[5:9])[0]
    composite = answer[:9 + values]
    signature = answer[9 + values + 4:]
    os.makedirs(out + "/quote1", exist_ok=True)
    message = b"\1\1\0\0QUOT" + hashlib.sha1(composite).digest() + nonce
    for name, octets in (("nonce.bin", nonce), ("message", message), ("signature", signature), ("pcr.composite", composite)):
        open(out + "/quote1/" + name, "wb").write(octets)

    answer = send(0xc1, 0x3e, key + nonce + selection + b"\1")  # TPM_Quote2(addVersion)
    info = answer[:26]
    size = struct.unpack(">I", answer[26:30])[0]
    version = answer[30:30 + size]
    signature = answer[30 + size + 4:]
    os.makedirs(out + "/quote2-version", exist_ok=True)
    message = b"\0\x36QUT2" + nonce + info + version
    for name, octets in (("nonce.bin", nonce), ("message", message), ("signature", signature)):
        open(out + "/quote2-version/" + name, "wb").write(octets)

    # Both signatures verify with a library that is not ours.
    from cryptography.hazmat.primitives.asymmetric import padding, rsa
    from cryptography.hazmat.primitives import hashes
    modulus = int.from_bytes(blob[len(blob) - 256 - 4 - 256:][:256], "big")
    public = rsa.RSAPublicNumbers(65537, modulus).public_key()
    for name in ("quote1", "quote2-version"):
        read = lambda part: open(os.path.join(out, name, part), "rb").read()
        public.verify(read("signature"), read("message"), padding.PKCS1v15(), hashes.SHA1())
        print(name, "verifies")
finally:
    tpm.terminate()
    shutil.rmtree(work)
