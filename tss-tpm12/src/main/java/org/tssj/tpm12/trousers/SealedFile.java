package org.tssj.tpm12.trousers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.pcr.LocalitySelection;
import org.tssj.tpm12.structure.pcr.PcrBinding;
import org.tssj.tpm12.structure.pcr.PcrComposite;
import org.tssj.tpm12.structure.pcr.PcrInfo;
import org.tssj.tpm12.structure.pcr.PcrInfoLong;
import org.tssj.tpm12.structure.storage.SealedBlob;

/**
 * The files of {@code tpm_sealdata} and {@code tpm_unsealdata}: data of any length under an AES key
 * that is sealed under a storage key of its own, below the storage root key.
 *
 * <p>What opens the file is the TPM, the storage root key's secret and the PCRs: the secrets of the
 * two things inside are the same in all such files. Nothing in it proves who made it, and a change
 * of the encrypted data may go unnoticed.
 *
 * @param key TPM_KEY: the storage key
 * @param sealedKey the AES key of 32 octets, sealed under it
 * @param encrypted the data, AES-256-CBC
 * @param atRelease the PCR values it was sealed to, if they were kept: behind the end of the file,
 *     where {@code tpm_unsealdata} does not look. With them a refusal says which PCR differs
 */
public record SealedFile(TpmKey key, SealedBlob sealedKey, Bytes encrypted, PcrValues atRelease) {

  private static final String BEGIN = "-----BEGIN TSS-----";
  private static final String TSS_KEY = "-----TSS KEY-----";
  private static final String ENC_KEY = "-----ENC KEY-----";
  private static final String CIPHER = "Symmetric Key: AES-256-CBC";
  private static final String ENC_DAT = "-----ENC DAT-----";
  private static final String END = "-----END TSS-----";
  private static final String PCR = "PCR ";

  private static final int LINE = 64;
  private static final int AES_KEY = 32;
  private static final int OCTETS_OF_1_1 = 2;

  private static final byte[] IV = "IBM SEALIBM SEAL".getBytes(StandardCharsets.US_ASCII);

  /** The secret of every such storage key and of every such AES key. */
  private static AuthValue secret() {
    return Secret.ofPassword("password");
  }

  /**
   * Seals data to no PCRs.
   *
   * @param storageRootKey with its secret
   * @param data of any length
   */
  public static SealedFile seal(OpenKey storageRootKey, AuthValue data) throws IOException {
    return seal(storageRootKey, data, PcrValues.NONE);
  }

  /**
   * Seals data.
   *
   * @param storageRootKey with its secret
   * @param data of any length
   * @param atRelease the SHA-1 PCRs it is sealed to, with the values they must have; none for no
   *     PCRs
   */
  public static SealedFile seal(OpenKey storageRootKey, AuthValue data, PcrValues atRelease)
      throws IOException {
    try (AuthValue known = secret()) {
      return seal(storageRootKey, data, atRelease, known);
    }
  }

  /**
   * Seals data that takes a secret to open, too: {@code tpm_unsealdata} does not ask for one and
   * cannot open such a file.
   *
   * @param storageRootKey with its secret
   * @param data of any length
   * @param atRelease the SHA-1 PCRs it is sealed to, with the values they must have; none for no
   *     PCRs
   * @param dataAuth the data's secret, 20 octets
   */
  public static SealedFile seal(
      OpenKey storageRootKey, AuthValue data, PcrValues atRelease, AuthValue dataAuth)
      throws IOException {
    Key template = KeyTemplates.storage().with(KeyFlags.IS_VOLATILE);
    byte[] aesKey = new byte[AES_KEY];
    new SecureRandom().nextBytes(aesKey);
    try (AuthValue secret = secret();
        AuthValue aes = AuthValue.of(aesKey)) {
      TpmKey key = storageRootKey.create(template, secret);
      try (OpenKey open = storageRootKey.open(key, secret)) {
        Map<Integer, Bytes> pcrs = atRelease.bank(Bank.SHA1);
        SealedBlob sealed =
            pcrs.isEmpty() ? open.seal(aes, dataAuth) : open.seal(aes, dataAuth, binding(pcrs));
        byte[] clear = data.toArray();
        try {
          byte[] encrypted = crypt(Cipher.ENCRYPT_MODE, aesKey, clear);
          return new SealedFile(key, sealed, Bytes.wrap(encrypted), atRelease);
        } finally {
          Arrays.fill(clear, (byte) 0);
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES-256-CBC", e);
    } finally {
      Arrays.fill(aesKey, (byte) 0);
    }
  }

  /**
   * As trousers has it: up to PCR 15 in the form of TPM 1.1, which has two octets for 16 PCRs and
   * no localities; above, that of TPM 1.2 for every locality, where the state at creation is not
   * noted.
   */
  private static PcrBinding binding(Map<Integer, Bytes> pcrs) {
    int[] indices = pcrs.keySet().stream().mapToInt(Integer::intValue).toArray();
    if (IntStream.of(indices).max().orElse(0) < Byte.SIZE * OCTETS_OF_1_1) {
      return PcrInfo.releasedBy(PcrComposite.of(PcrBitmap.ofOctets(OCTETS_OF_1_1, indices), pcrs));
    }
    PcrComposite composite = PcrComposite.of(PcrBitmap.of(indices), pcrs);
    return new PcrInfoLong(
        LocalitySelection.ZERO,
        LocalitySelection.ALL,
        PcrBitmap.of(),
        composite.select(),
        Bytes.zeros(Bank.SHA1.size()),
        composite.digest());
  }

  /**
   * Opens the file.
   *
   * @param storageRootKey of the TPM it was made on, with its secret
   * @throws org.tssj.core.TpmResponseException TPM_WRONGPCRVAL if PCRs differ, with those it is
   *     about as far as can be told; TPM_AUTHFAIL if the storage root key has another secret
   * @throws WireException if the encrypted data is damaged
   */
  public AuthValue unseal(OpenKey storageRootKey) throws IOException {
    try (AuthValue known = secret()) {
      return unseal(storageRootKey, known);
    }
  }

  /**
   * Opens a file that takes a secret.
   *
   * @param storageRootKey of the TPM it was made on, with its secret
   * @param dataAuth the data's secret, 20 octets
   * @throws org.tssj.core.TpmResponseException TPM_WRONGPCRVAL if PCRs differ; TPM_AUTHFAIL or
   *     TPM_AUTH2FAIL if a secret is wrong
   * @throws WireException if the encrypted data is damaged
   */
  public AuthValue unseal(OpenKey storageRootKey, AuthValue dataAuth) throws IOException {
    try (AuthValue secret = secret();
        OpenKey open = storageRootKey.open(key, secret);
        AuthValue aes = open.unseal(sealedKey, dataAuth, atRelease)) {
      return AuthValue.wrap(
          aes.use(
              aesKey -> {
                try {
                  return crypt(Cipher.DECRYPT_MODE, aesKey, encrypted.toArray());
                } catch (GeneralSecurityException e) {
                  throw damaged(e);
                }
              }));
    }
  }

  private static WireException damaged(GeneralSecurityException cause) {
    WireException damaged =
        WireException.refused(
                "must be AES-256-CBC of the key in the file", 0, String.valueOf(cause.getMessage()))
            .within("ENC DAT")
            .within("sealed file");
    damaged.initCause(cause);
    return damaged;
  }

  private static byte[] crypt(int mode, byte[] key, byte[] data) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(IV));
    return cipher.doFinal(data);
  }

  /**
   * Reads a file.
   *
   * @throws WireException if it is none of {@code tpm_sealdata}
   */
  public static SealedFile read(Bytes file) {
    try {
      return read(new Lines(file));
    } catch (WireException e) {
      throw e.within("sealed file");
    }
  }

  private static SealedFile read(Lines in) {
    in.expect(BEGIN);
    in.expect(TSS_KEY);
    TpmKey key = decoded("TSS KEY", TpmKey.CODEC, in.base64Until(ENC_KEY));
    in.expect(CIPHER);
    SealedBlob sealedKey = decoded("ENC KEY", SealedBlob.CODEC, in.base64Until(ENC_DAT));
    Bytes encrypted = in.base64Until(END);
    PcrValues atRelease = PcrValues.NONE;
    while (in.hasNext()) {
      atRelease = in.pcr(atRelease);
    }
    return new SealedFile(key, sealedKey, encrypted, atRelease);
  }

  private static <T> T decoded(String part, Codec<T> codec, Bytes octets) {
    try {
      return codec.decode(octets);
    } catch (WireException e) {
      throw e.within(part);
    }
  }

  /** The content of the file. */
  public Bytes write() {
    StringBuilder text = new StringBuilder();
    text.append(BEGIN).append('\n').append(TSS_KEY).append('\n');
    appendBase64(text, TpmKey.CODEC.encode(key));
    text.append(ENC_KEY).append('\n').append(CIPHER).append('\n');
    appendBase64(text, SealedBlob.CODEC.encode(sealedKey));
    text.append(ENC_DAT).append('\n');
    appendBase64(text, encrypted);
    text.append(END).append('\n');
    atRelease
        .bank(Bank.SHA1)
        .forEach(
            (pcr, value) ->
                text.append(PCR)
                    .append(pcr)
                    .append('=')
                    .append(value.toHex().toUpperCase(Locale.ROOT))
                    .append('\n'));
    return Bytes.utf8(text.toString());
  }

  private static void appendBase64(StringBuilder text, Bytes octets) {
    text.append(Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(octets.toArray()))
        .append('\n');
  }

  /** The lines of a file, one after the other. */
  private static final class Lines {

    private final Iterator<String> lines;
    private int number;

    Lines(Bytes file) {
      List<String> all =
          new String(file.toArray(), StandardCharsets.ISO_8859_1)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      this.lines = all.iterator();
    }

    boolean hasNext() {
      return lines.hasNext();
    }

    private String next(String wanted) {
      number++;
      if (!lines.hasNext()) {
        throw refused("must have \"" + wanted + "\"", "the end of the file");
      }
      return lines.next();
    }

    private WireException refused(String rule, String found) {
      return WireException.refused(rule, 0, found).within("line " + number);
    }

    void expect(String wanted) {
      String line = next(wanted);
      if (!line.equals(wanted)) {
        throw refused("must be \"" + wanted + "\"", shortened(line));
      }
    }

    private static String shortened(String line) {
      String printable = line.replaceAll("[^ -~]", ".");
      return '"' + (printable.length() > LINE ? printable.substring(0, LINE) : printable) + '"';
    }

    Bytes base64Until(String end) {
      StringBuilder base64 = new StringBuilder();
      for (String line = next(end); !line.equals(end); line = next(end)) {
        base64.append(line);
      }
      try {
        return Bytes.wrap(Base64.getDecoder().decode(base64.toString()));
      } catch (IllegalArgumentException e) {
        throw refused("must come after Base64", String.valueOf(e.getMessage()));
      }
    }

    PcrValues pcr(PcrValues values) {
      String line = next(PCR);
      int equals = line.indexOf('=');
      if (!line.startsWith(PCR) || equals < 0) {
        throw refused("must be \"PCR index=value\", or the end", shortened(line));
      }
      try {
        return values.with(
            Bank.SHA1,
            Integer.parseInt(line.substring(PCR.length(), equals)),
            Bytes.hex(line.substring(equals + 1)));
      } catch (IllegalArgumentException e) {
        throw refused("must be \"PCR index=value\"", String.valueOf(e.getMessage()));
      }
    }
  }
}
