package org.tssj.attest.testing;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tssj.core.Bytes;

/** Octets with something wrong: what a verifier must notice. */
public final class Changed {

  private Changed() {}

  /** Every octet with its lowest bit turned over, and with its highest. */
  public static Stream<Bytes> everyByte(Bytes octets) {
    return IntStream.range(0, octets.length())
        .boxed()
        .flatMap(at -> Stream.of(xor(octets, at, 0x01), xor(octets, at, 0x80)));
  }

  /** The octets cut off after every length, and with one and with four more of them. */
  public static Stream<Bytes> everyLength(Bytes octets) {
    return Stream.concat(
        IntStream.range(0, octets.length()).mapToObj(length -> octets.slice(0, length)),
        Stream.of(octets.concat(Bytes.hex("00")), octets.concat(Bytes.hex("00000000"))));
  }

  /** One octet changed. */
  public static Bytes xor(Bytes octets, int at, int mask) {
    byte[] changed = octets.toArray();
    changed[at] ^= (byte) mask;
    return Bytes.wrap(changed);
  }
}
