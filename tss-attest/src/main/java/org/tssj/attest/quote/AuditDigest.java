package org.tssj.attest.quote;

import java.util.List;
import org.tssj.attest.crypto.Hashes;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.constant.CommandCode;

/**
 * The digest over audited commands, made again from what a log says of them: each command's cpHash
 * and its response's rpHash, extended as a PCR is.
 *
 * @param hash the hash of the session, or the one that commands are audited with
 * @param value what the commands so far give
 * @see "TPM 2.0 Library, Part 1, 32 Command Audit and 19.6.8 Session Audit"
 */
public record AuditDigest(Bank hash, Bytes value) {

  /** Before the first command. */
  public static AuditDigest atStart(Bank hash) {
    return new AuditDigest(hash, Bytes.zeros(hash.size()));
  }

  /**
   * With one more command.
   *
   * @param cpHash digest of the command's number, its handles' Names and its parameters
   * @param rpHash digest of the response code, the command's number and the response's parameters
   */
  public AuditDigest with(Bytes cpHash, Bytes rpHash) {
    return new AuditDigest(hash, Hashes.hash(hash, value, cpHash, rpHash));
  }

  /**
   * The digest of a command whose octets are known.
   *
   * @param command its number
   * @param names the Names of its handles; a PCR's, session's or hierarchy's is its number
   * @param parameters its parameters as they were sent, decrypted
   */
  public static Bytes cpHash(Bank hash, CommandCode command, List<Bytes> names, Bytes parameters) {
    return Hashes.hash(
        hash, u32(command.value()), Bytes.join(names.toArray(Bytes[]::new)), parameters);
  }

  /**
   * The digest of a response without an error.
   *
   * @param command the number of the command
   * @param parameters of the response as they came, decrypted
   */
  public static Bytes rpHash(Bank hash, CommandCode command, Bytes parameters) {
    return Hashes.hash(hash, Bytes.zeros(4), u32(command.value()), parameters);
  }

  /** What TPMS_COMMAND_AUDIT_INFO has of the commands that are audited, in any order. */
  public static Bytes ofCommands(Bank hash, List<CommandCode> commands) {
    return Hashes.hash(
        hash,
        commands.stream()
            .map(CommandCode::value)
            .distinct()
            .sorted(Integer::compareUnsigned)
            .map(AuditDigest::u32)
            .toArray(Bytes[]::new));
  }

  private static Bytes u32(int value) {
    return Bytes.of((byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value);
  }
}
