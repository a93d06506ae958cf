package org.tssj.attest.ima.xattr;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/** signature_hdr and signature_v2_hdr as octets. */
final class SignatureOctets {

  private static final int KEY_ID = 8;

  private SignatureOctets() {}

  /**
   * Reads one.
   *
   * @throws WireException if it is of another version, or its sizes do not add up
   */
  static FileSignature read(OctetReader in) {
    int at = in.offset();
    int version = in.u8("version");
    return switch (version) {
      case 1 -> v1(in);
      case 2, 3 -> v2(version, in);
      default ->
          throw WireException.refused("must be 1, 2 or 3", at, Integer.toString(version))
              .within("version");
    };
  }

  private static FileSignature.V1 v1(OctetReader in) {
    long timestamp = in.u32("timestamp");
    int algorithm = in.u8("algo");
    int hash = in.u8("hash");
    Bytes keyId = in.bytes("keyid", KEY_ID);
    int count = in.u8("nmpi");
    List<FileSignature.V1.Mpi> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int bits = in.u8("mpiBits") << 8 | in.u8("mpiBits");
      numbers.add(new FileSignature.V1.Mpi(bits, in.bytes("mpi", (bits + 7) / 8)));
    }
    in.finish();
    return new FileSignature.V1(timestamp, algorithm, hash, keyId, numbers);
  }

  private static FileSignature.V2 v2(int version, OctetReader in) {
    int hash = in.u8("hash_algo");
    // These two are big-endian on every machine.
    long keyId = 0;
    for (int i = 0; i < 4; i++) {
      keyId = keyId << 8 | in.u8("keyid");
    }
    int size = in.u8("sig_size") << 8 | in.u8("sig_size");
    FileSignature.V2 signature = new FileSignature.V2(version, hash, keyId, in.bytes("sig", size));
    in.finish();
    return signature;
  }

  static Bytes write(FileSignature.V1 signature) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(1);
    for (int shift = 0; shift < 32; shift += 8) {
      out.write((int) (signature.timestamp() >> shift));
    }
    out.write(signature.algorithm());
    out.write(signature.hash());
    out.writeBytes(signature.keyId().toArray());
    out.write(signature.numbers().size());
    for (FileSignature.V1.Mpi number : signature.numbers()) {
      out.write(number.bits() >> 8);
      out.write(number.bits());
      out.writeBytes(number.octets().toArray());
    }
    return Bytes.wrap(out.toByteArray());
  }

  static Bytes write(FileSignature.V2 signature) {
    long id = signature.keyId();
    int size = signature.signature().length();
    return Bytes.of(
            (byte) signature.version(),
            (byte) signature.hashNumber(),
            (byte) (id >> 24),
            (byte) (id >> 16),
            (byte) (id >> 8),
            (byte) id,
            (byte) (size >> 8),
            (byte) size)
        .concat(signature.signature());
  }
}
