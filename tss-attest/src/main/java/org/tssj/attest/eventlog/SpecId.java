package org.tssj.attest.eventlog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;

/**
 * TCG_EfiSpecIdEvent: the first event of most logs says which specification the firmware follows.
 *
 * @param signature {@code Spec ID Event03} of crypto-agile logs, {@code Event02} of SHA-1 logs with
 *     UEFI, {@code Event00} without
 * @param platformClass 0 client, 1 server
 * @param specVersionMajor 2 for TPM 2.0, 1 for TPM 1.2
 * @param specVersionMinor 0 to 255
 * @param specErrata 0 to 255
 * @param uintnSize 1 where the firmware's UINTN has 32 bits, 2 where it has 64
 * @param algorithms size of a digest by TPM_ALG_ID, in the order of the log; none in SHA-1 logs
 * @param vendorInfo whatever the firmware's vendor put there
 */
public record SpecId(
    String signature,
    long platformClass,
    int specVersionMajor,
    int specVersionMinor,
    int specErrata,
    int uintnSize,
    Map<Integer, Integer> algorithms,
    Bytes vendorInfo) {

  private static final Bytes EVENT = Bytes.utf8("Spec ID Event0");
  private static final String CRYPTO_AGILE = "Spec ID Event03";
  private static final int SIGNATURE_SIZE = 16;
  private static final int MOST_ALGORITHMS = 64;

  public SpecId {
    algorithms = Collections.unmodifiableMap(new LinkedHashMap<>(algorithms));
  }

  /** Whether the events that follow have a digest for each of several algorithms. */
  public boolean isCryptoAgile() {
    return signature.equals(CRYPTO_AGILE);
  }

  static boolean isOne(Bytes data) {
    return data.length() >= SIGNATURE_SIZE
        && data.slice(0, EVENT.length()).equals(EVENT)
        && data.get(SIGNATURE_SIZE - 1) == 0;
  }

  /**
   * Reads the data of the first event.
   *
   * @throws org.tssj.core.wire.WireException if it is too short, or counts too many algorithms
   */
  public static SpecId read(Bytes data) {
    OctetReader in = OctetReader.littleEndian(data);
    String signature =
        new String(
            in.bytes("signature", SIGNATURE_SIZE).slice(0, SIGNATURE_SIZE - 1).toArray(),
            java.nio.charset.StandardCharsets.ISO_8859_1);
    long platformClass = in.u32("platformClass");
    int minor = in.u8("specVersionMinor");
    int major = in.u8("specVersionMajor");
    int errata = in.u8("specErrata");
    int uintnSize = in.u8("uintnSize");
    Map<Integer, Integer> algorithms = new LinkedHashMap<>();
    if (signature.equals(CRYPTO_AGILE)) {
      long count = in.u32("numberOfAlgorithms");
      if (count > MOST_ALGORITHMS) {
        throw org.tssj.core.wire.WireException.refused(
                "may count at most " + MOST_ALGORITHMS, in.offset() - 4, Long.toString(count))
            .within("numberOfAlgorithms");
      }
      for (int i = 0; i < count; i++) {
        int algorithm = in.u16("algorithmId");
        algorithms.put(algorithm, in.u16("digestSize"));
      }
    }
    // Firmware was seen that counts vendor information behind the end of its event.
    Bytes vendorInfo = Bytes.EMPTY;
    if (in.remaining() > 0) {
      int size = in.u8("vendorInfoSize");
      vendorInfo = in.bytes("vendorInfo", Math.min(size, in.remaining()));
    }
    return new SpecId(
        signature, platformClass, major, minor, errata, uintnSize, algorithms, vendorInfo);
  }
}
