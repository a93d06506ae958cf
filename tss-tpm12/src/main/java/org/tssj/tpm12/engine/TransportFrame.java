package org.tssj.tpm12.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.Commands;
import org.tssj.tpm12.command.session.Dsap;
import org.tssj.tpm12.command.session.Oiap;
import org.tssj.tpm12.command.session.Osap;
import org.tssj.tpm12.structure.algorithm.AlgorithmId;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.transport.TransportPublic;

/**
 * A whole command or answer inside a transport session: which of its octets are DATAw, that is
 * parameters behind the handles and before the authorisations, and how those are encrypted.
 *
 * @see "TPM 1.2 Main, Part 3, 24.2 TPM_ExecuteTransport"
 */
final class TransportFrame {

  private static final int HEADER = 10;
  private static final int REQUEST = 0x00c1;
  private static final int RESPONSE = 0x00c4;
  private static final int REQUEST_AUTHORIZATION = 45;
  private static final int HANDLE_SIZE = 4;
  private static final int AES_BLOCK = 16;
  private static final byte[] IN = "in".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OUT = "out".getBytes(StandardCharsets.US_ASCII);

  private final byte[] octets;
  private final int start;
  private final int end;
  private final boolean request;

  private TransportFrame(byte[] octets, int start, int end, boolean request) {
    this.octets = octets;
    this.start = start;
    this.end = end;
    this.request = request;
  }

  /**
   * The declaration of a whole command.
   *
   * @throws IllegalArgumentException if it is none that this version knows
   */
  static CommandSpec<?, ?> specOf(byte[] command) {
    int ordinal = WireReader.part(command, 6, 4).bits32();
    return Commands.byOrdinal(ordinal)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        "ordinal 0x%08x: which of its octets are handles is not known, so it cannot"
                            + " go through a transport session",
                        ordinal)));
  }

  /** A whole command, of which the array is not copied. */
  static TransportFrame ofCommand(CommandSpec<?, ?> spec, byte[] command) {
    int authorizations = WireReader.part(command, 0, 2).u16() - REQUEST;
    int end = command.length - authorizations * REQUEST_AUTHORIZATION;
    int start = HEADER + spec.handleCount() * HANDLE_SIZE;
    if (spec == Osap.SPEC || spec == Oiap.SPEC) {
      start = end;
    } else if (spec == Dsap.SPEC) {
      // All but the delegation itself: type, handle, nonce and its size.
      start = HEADER + 2 + 4 + 20 + 4;
    }
    return new TransportFrame(command, start, end, true);
  }

  /**
   * A whole answer, of which the array is not copied.
   *
   * @throws WireException if it is too short for what it claims to have
   */
  static TransportFrame ofAnswer(CommandSpec<?, ?> spec, byte[] answer) {
    WireReader in = new WireReader(answer);
    int authorizations = in.u16() - RESPONSE;
    in.skip(4);
    long code = in.u32();
    if (code != 0 || spec == Osap.SPEC || spec == Oiap.SPEC || spec == Dsap.SPEC) {
      return new TransportFrame(answer, answer.length, answer.length, false);
    }
    int start = HEADER + spec.responseHandleCount() * HANDLE_SIZE;
    int end = answer.length - authorizations * AuthorizationBlocks.RESPONSE_SIZE;
    if (authorizations < 0 || end < start) {
      throw WireException.refused(
          "must be an answer with its handles and authorisations", 0, answer.length + " bytes");
    }
    return new TransportFrame(answer, start, end, false);
  }

  /** SHA-1 of some numbers and DATAw, which must be clear: H1 of a command, H2 of an answer. */
  Bytes digest(int... numbers) {
    return AuthorizationBlocks.digest(octets, start, end, numbers);
  }

  /**
   * Encrypts or decrypts DATAw in place, as the session says.
   *
   * @param secret of the session, 20 octets
   * @param nonceEven the TPM's last nonce for a command, its new one for an answer
   * @param nonceOdd the caller's
   */
  void crypt(TransportPublic session, byte[] secret, Bytes nonceEven, Bytes nonceOdd) {
    if (start == end) {
      return;
    }
    byte[] even = nonceEven.toArray();
    byte[] odd = nonceOdd.toArray();
    byte[] direction = request ? IN : OUT;
    if (session.algId().equals(AlgorithmId.MGF1)) {
      Mgf1.xor(octets, start, Mgf1.mask(end - start, even, odd, direction, secret));
      return;
    }
    byte[] counter = Mgf1.mask(AES_BLOCK, even, odd, direction);
    try {
      Cipher cipher =
          Cipher.getInstance(
              session.encScheme().equals(EncScheme.SYM_OFB)
                  ? "AES/OFB/NoPadding"
                  : "AES/CTR/NoPadding");
      cipher.init(
          // Both modes are streams to XOR with, so that decrypting is encrypting.
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(secret, 0, AES_BLOCK, "AES"),
          new IvParameterSpec(counter));
      byte[] crypted = cipher.doFinal(octets, start, end - start);
      System.arraycopy(crypted, 0, octets, start, crypted.length);
      Arrays.fill(crypted, (byte) 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES as a stream", e);
    }
  }
}
