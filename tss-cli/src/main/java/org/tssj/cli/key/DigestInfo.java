package org.tssj.cli.key;

import java.util.Map;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * DigestInfo: a digest with the name of its hash, in DER, as PKCS #1 v1.5 signs it.
 *
 * @see "RFC 8017, 9.2 EMSA-PKCS1-v1_5"
 */
public final class DigestInfo {

  private static final Map<Bank, Bytes> BEFORE =
      Map.of(
          Bank.SHA1, Bytes.hex("3021300906052b0e03021a05000414"),
          Bank.SHA256, Bytes.hex("3031300d060960864801650304020105000420"),
          Bank.SHA384, Bytes.hex("3041300d060960864801650304020205000430"),
          Bank.SHA512, Bytes.hex("3051300d060960864801650304020305000440"));

  private DigestInfo() {}

  /**
   * A digest's.
   *
   * @throws org.tssj.cli.argument.UsageException if the hash has none here
   */
  public static Bytes of(Bank hash, Bytes digest) {
    Bytes before = BEFORE.get(hash);
    if (before == null) {
      throw new org.tssj.cli.argument.UsageException(
          "PKCS #1 v1.5 signs sha1, sha256, sha384 and sha512 digests here, not " + hash);
    }
    return before.concat(digest);
  }
}
