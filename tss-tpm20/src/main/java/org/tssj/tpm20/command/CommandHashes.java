package org.tssj.tpm20.command;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * cpHash, rpHash and their relatives: what policies restrict and audits record of commands and
 * answers.
 *
 * @see "TPM 2.0 Library, Part 1, 16.7 and 16.8 Command and Response Parameter Hash"
 */
public final class CommandHashes {

  private CommandHashes() {}

  /**
   * cpHash: of the command code, the Names of its handles and its parameters, unencrypted. For
   * TPM2_PolicyCpHash, TPM2_PolicySigned and audits.
   *
   * @param hash of the session
   * @throws IllegalArgumentException if a handle does not carry its Name
   */
  public static Bytes cpHash(Bank hash, Command<?> command) {
    return hash.hash(code(command.spec()), names(command), parameters(command));
  }

  /** nameHash: of the Names of its handles, for TPM2_PolicyNameHash. */
  public static Bytes nameHash(Bank hash, Command<?> command) {
    return hash.hash(names(command));
  }

  /** pHash: of the command code and its parameters, for TPM2_PolicyParameters. */
  public static Bytes parametersHash(Bank hash, Command<?> command) {
    return hash.hash(code(command.spec()), parameters(command));
  }

  /**
   * rpHash: of the response code, the command code and the response's parameters, unencrypted, for
   * audits.
   *
   * @param spec of the command
   * @param response what it was answered
   */
  public static <R> Bytes rpHash(Bank hash, CommandSpec<?, R> spec, R response) {
    WireWriter out = new WireWriter();
    spec.response()
        .writeFields(response, out, spec.responseHandleCount(), spec.response().fields().size());
    Bytes hashed = hash.hash(Bytes.zeros(4), code(spec), out.toBytes());
    out.wipe();
    return hashed;
  }

  private static Bytes code(CommandSpec<?, ?> spec) {
    return Codecs.U32.encode(Integer.toUnsignedLong(spec.code()));
  }

  private static <R> Bytes names(Command<R> command) {
    WireWriter names = new WireWriter();
    CommandSpec<?, R> spec = command.spec();
    for (Handle handle : spec.handlesOf(command)) {
      names.bytes(handle.requireName(spec.name()));
    }
    return names.toBytes();
  }

  private static <R> Bytes parameters(Command<R> command) {
    WireWriter out = new WireWriter();
    command.spec().writeParameters(command, out);
    Bytes octets = out.toBytes();
    out.wipe();
    return octets;
  }
}
