package org.tssj.tpm12.key;

import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.RsaKeyParms;
import org.tssj.tpm12.structure.key.StoreAsymkey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.storage.PayloadType;

/**
 * RSA keys made outside, in the form in which a TPM loads them.
 *
 * @see "TPM 1.2 Main, Part 2, 10.6 TPM_STORE_ASYMKEY"
 */
final class SoftwareKeys {

  private static final BigInteger F4 = BigInteger.valueOf(65537);

  private SoftwareKeys() {}

  static TpmKey wrap(
      PubKey parent,
      RSAPrivateCrtKey key,
      Key template,
      AuthValue usageAuth,
      AuthValue migrationAuth) {
    int octets = (key.getModulus().bitLength() + 7) / 8;
    Bytes exponent =
        key.getPublicExponent().equals(F4)
            ? Bytes.EMPTY
            : unsigned(key.getPublicExponent(), (key.getPublicExponent().bitLength() + 7) / 8);
    KeyParms parms =
        new KeyParms(
            template.algorithmParms().encScheme(),
            template.algorithmParms().sigScheme(),
            new RsaKeyParms(8L * octets, 2, exponent));
    Key outside =
        new Key(
            template.ver(),
            template.keyUsage(),
            template.keyFlags().with(KeyFlags.MIGRATABLE),
            template.authDataUsage(),
            parms,
            template.pcrInfo(),
            unsigned(key.getModulus(), octets),
            Bytes.EMPTY);
    byte[] prime = new byte[octets / 2];
    put(key.getPrimeP(), prime);
    try (AuthValue privKey = AuthValue.wrap(prime)) {
      StoreAsymkey inside =
          new StoreAsymkey(
              PayloadType.ASYM,
              Secret.checked("usageAuth", usageAuth),
              Secret.checked("migrationAuth", migrationAuth),
              pubDataDigest(outside),
              privKey);
      WireWriter out = new WireWriter();
      StoreAsymkey.CODEC.write(inside, out);
      try (AuthValue clear = AuthValue.wrap(out.toArray())) {
        return outside.withEncData(parent.encrypt(clear));
      } finally {
        out.wipe();
      }
    }
  }

  /** The SHA-1 of the key without its private part. */
  private static Bytes pubDataDigest(Key key) {
    Bytes whole = Key.CODEC.encode(key);
    // Behind the public part stands the length of the private one, which is not there yet.
    return Bank.SHA1.hash(whole.slice(0, whole.length() - Integer.BYTES));
  }

  private static Bytes unsigned(BigInteger number, int length) {
    byte[] octets = new byte[length];
    put(number, octets);
    return Bytes.wrap(octets);
  }

  private static void put(BigInteger number, byte[] octets) {
    byte[] signed = number.toByteArray();
    int length = Math.min(signed.length, octets.length);
    System.arraycopy(signed, signed.length - length, octets, octets.length - length, length);
    Arrays.fill(signed, (byte) 0);
  }
}
