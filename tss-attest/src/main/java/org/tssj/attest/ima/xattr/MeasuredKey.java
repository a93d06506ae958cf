package org.tssj.attest.ima.xattr;

import java.io.IOException;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.tssj.attest.ima.ImaEntry;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * A key that was loaded into one of the kernel's keyrings, measured by a rule with {@code
 * func=KEY_CHECK}: whose signatures counted from then on.
 *
 * @param keyring {@code .ima} for files, {@code .evm} for their attributes, {@code
 *     .builtin_trusted_keys} and others for certificates
 * @param certificate X.509 in DER
 * @param subject whose it is, in words
 * @param issuer who says so, in words
 * @param keyId by which signatures name it
 * @see "Linux, security/integrity/ima/ima_asymmetric_keys.c"
 */
public record MeasuredKey(
    String keyring, Bytes certificate, String subject, String issuer, long keyId) {

  /** The keyring whose keys sign files. */
  public static final String FILES = ".ima";

  /** The keyring whose keys sign attributes of files. */
  public static final String ATTRIBUTES = ".evm";

  /**
   * The key of an entry.
   *
   * @return empty if something else was measured, or a key without a certificate
   */
  public static Optional<MeasuredKey> of(ImaEntry entry) {
    // Nothing but its content tells a key from another buffer: a keyring may have any name.
    Optional<Bytes> buffer = entry.buffer().filter(octets -> octets.length() > 1);
    if (buffer.isEmpty() || buffer.get().get(0) != 0x30) {
      return Optional.empty();
    }
    try {
      X509CertificateHolder holder = new X509CertificateHolder(buffer.get().toArray());
      return Optional.of(
          new MeasuredKey(
              entry.path(),
              buffer.get(),
              String.valueOf(holder.getSubject()),
              String.valueOf(holder.getIssuer()),
              ImaKeyring.EMPTY.withCertificate(buffer.get()).keys().keySet().iterator().next()));
    } catch (WireException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle answers malformed ASN.1 with whatever exception its constructors throw.
      return Optional.empty();
    }
  }
}
