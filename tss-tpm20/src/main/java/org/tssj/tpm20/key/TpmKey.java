package org.tssj.tpm20.key;

import java.io.IOException;
import java.util.Arrays;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.asymmetric.EcdhZGen;
import org.tssj.tpm20.command.asymmetric.RsaDecrypt;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.command.sequence.HashSequenceStart;
import org.tssj.tpm20.command.sequence.HmacStart;
import org.tssj.tpm20.command.sequence.MacStart;
import org.tssj.tpm20.command.sequence.SequenceComplete;
import org.tssj.tpm20.command.sequence.SequenceUpdate;
import org.tssj.tpm20.command.signing.Sign;
import org.tssj.tpm20.command.symmetric.EncryptDecrypt2;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.EccPoint;
import org.tssj.tpm20.structure.object.HashcheckTicket;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.PublicParms;
import org.tssj.tpm20.structure.object.RsaParms;
import org.tssj.tpm20.structure.object.Signature;

/**
 * A key in a TPM with what authorises it: signs, authenticates, encrypts and agrees, with messages
 * of any length.
 *
 * <p>What a TPM does not have it refuses with a {@code TpmResponseException} that names the
 * parameter: TPM_RC_CURVE for SM2, TPM_RC_HASH for SHA-3, TPM_RC_COMMAND_CODE for whole commands.
 *
 * @param tpm the TPM
 * @param object the key
 * @param authorization its auth value, or a session of its own; used by each command again
 */
public record TpmKey(Tpm20 tpm, LoadedObject object, Authorization authorization) {

  // TPM_PT_INPUT_BUFFER is 1024 with every TPM that follows the reference code.
  private static final int AT_A_TIME = 1024;

  /** A key whose auth value is empty. */
  public static TpmKey of(Tpm20 tpm, LoadedObject object) {
    return new TpmKey(tpm, object, Authorization.NONE);
  }

  /** The same key, authorised so. */
  public TpmKey authorizedBy(Authorization other) {
    return new TpmKey(tpm, object, other);
  }

  /**
   * TPM2_Sign: signs a message. A restricted key gets it hashed by the TPM, which refuses messages
   * that look like its own attestations.
   *
   * @param scheme with its hash, or {@code Scheme.NULL} to take the key's own
   */
  public Signature sign(Bytes message, Scheme scheme) throws IOException {
    Bank hash = hashOf(scheme);
    Bytes digest;
    HashcheckTicket ticket = HashcheckTicket.NULL;
    if (object.publicArea().objectAttributes().has(ObjectAttributes.RESTRICTED)) {
      SequenceComplete.Response hashed = hashed(message, new AlgorithmId(hash.algorithm()));
      digest = hashed.result();
      ticket = hashed.validation();
    } else {
      digest = hash.hash(message);
    }
    return tpm.execute(new Sign(object.handle(), digest, scheme, ticket), authorization)
        .signature();
  }

  private Bank hashOf(Scheme scheme) {
    Scheme effective = scheme;
    if (scheme.equals(Scheme.NULL)) {
      PublicParms parms = object.publicArea().parameters();
      effective =
          parms instanceof RsaParms rsa
              ? rsa.scheme()
              : parms instanceof EccParms ecc ? ecc.scheme() : Scheme.NULL;
    }
    if (effective instanceof Scheme.Hashed hashed) {
      return hashed
          .hashAlg()
          .hash()
          .orElseThrow(
              () -> new UnsupportedOperationException("no hash is known as " + hashed.hashAlg()));
    }
    throw new IllegalArgumentException("no hash of the message is named by " + effective);
  }

  private SequenceComplete.Response hashed(Bytes message, AlgorithmId hash) throws IOException {
    return completed(
        tpm.execute(new HashSequenceStart(AuthValue.EMPTY, hash)).sequenceHandle(),
        message,
        Handle.OWNER);
  }

  /**
   * TPM2_HMAC: the code of a message, in as many commands as it takes.
   *
   * @param hashAlg the hash, or TPM_ALG_NULL to take the key's own
   */
  public Bytes hmac(Bytes message, AlgorithmId hashAlg) throws IOException {
    return completed(
            tpm.execute(new HmacStart(object.handle(), AuthValue.EMPTY, hashAlg), authorization)
                .sequenceHandle(),
            message,
            Handle.NULL)
        .result();
  }

  /**
   * TPM2_MAC: as {@link #hmac}, for every kind of code: CMAC with a cipher's key.
   *
   * @param scheme HMAC's hash, TPM_ALG_CMAC, or TPM_ALG_NULL to take the key's own
   */
  public Bytes mac(Bytes message, AlgorithmId scheme) throws IOException {
    return completed(
            tpm.execute(new MacStart(object.handle(), AuthValue.EMPTY, scheme), authorization)
                .sequenceHandle(),
            message,
            Handle.NULL)
        .result();
  }

  private SequenceComplete.Response completed(Handle sequence, Bytes message, Handle hierarchy)
      throws IOException {
    // The Name of a sequence object is empty.
    Handle named = sequence.named(Bytes.EMPTY);
    boolean ended = false;
    try {
      int done = 0;
      while (message.length() - done > AT_A_TIME) {
        tpm.execute(new SequenceUpdate(named, message.slice(done, done + AT_A_TIME)));
        done += AT_A_TIME;
      }
      SequenceComplete.Response answer =
          tpm.execute(
              new SequenceComplete(named, message.slice(done, message.length()), hierarchy));
      ended = true;
      return answer;
    } finally {
      if (!ended) {
        tpm.execute(new FlushContext(sequence));
      }
    }
  }

  /**
   * TPM2_EncryptDecrypt2: encrypts, in as many commands as it takes.
   *
   * @param plain a multiple of the block for CBC and ECB
   * @param mode the mode, or TPM_ALG_NULL to take the key's own
   * @param iv the initial vector or counter block; empty for ECB
   */
  public Bytes encrypt(AuthValue plain, AlgorithmId mode, Bytes iv) throws IOException {
    return Bytes.wrap(crypt(plain, false, mode, iv).toArray());
  }

  /** TPM2_EncryptDecrypt2: decrypts what {@link #encrypt} made with the same mode and vector. */
  public AuthValue decrypt(Bytes encrypted, AlgorithmId mode, Bytes iv) throws IOException {
    return crypt(AuthValue.wrap(encrypted.toArray()), true, mode, iv);
  }

  private AuthValue crypt(AuthValue all, boolean decrypt, AlgorithmId mode, Bytes iv)
      throws IOException {
    byte[] octets = all.toArray();
    byte[] result = new byte[octets.length];
    Bytes next = iv;
    try {
      int done = 0;
      do {
        int take = Math.min(octets.length - done, AT_A_TIME);
        EncryptDecrypt2.Response answer =
            tpm.execute(
                new EncryptDecrypt2(
                    object.handle(), AuthValue.of(octets, done, take), decrypt, mode, next),
                authorization);
        answer.outData().copyTo(result, done);
        answer.outData().close();
        next = answer.ivOut();
        done += take;
      } while (done < octets.length);
      return AuthValue.wrap(result);
    } finally {
      Arrays.fill(octets, (byte) 0);
    }
  }

  /**
   * TPM2_RSA_Decrypt.
   *
   * @param scheme RSAES, or OAEP with its hash; {@code Scheme.NULL} takes the key's own
   * @param label OAEP's label, whose last octet is zero; empty for none
   */
  public AuthValue rsaDecrypt(Bytes cipherText, Scheme scheme, Bytes label) throws IOException {
    return tpm.execute(new RsaDecrypt(object.handle(), cipherText, scheme, label), authorization)
        .message();
  }

  /**
   * TPM2_ECDH_ZGen: agrees on a secret with the owner of another key.
   *
   * @param other the other side's public point
   * @return the x coordinate of the shared point, as {@code KeyAgreement.generateSecret} gives it
   */
  public AuthValue agree(EccPoint other) throws IOException {
    try (AuthValue point =
        tpm.execute(new EcdhZGen(object.handle(), other), authorization).outPoint()) {
      return point.use(TpmKey::x);
    }
  }

  // TPM2B_ECC_POINT without its size: x behind its size, then y.
  private static AuthValue x(byte[] point) {
    int size = (point[0] & 0xff) << 8 | point[1] & 0xff;
    return AuthValue.of(point, 2, size);
  }
}
