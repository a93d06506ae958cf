package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.nv.NvArea;
import org.tssj.cli.nv.NvUserName;
import org.tssj.core.AuthValue;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A verb about one NV area, and in whose name it is done. */
abstract class NvVerb extends TpmVerb {

  private static final long MOST = 0xffff_ffffL;

  @Parameters(
      paramLabel = "INDEX",
      index = "0",
      description = "The area's index: 0x01500001, or in decimal.")
  String index;

  @Option(
      names = "--owner-auth",
      paramLabel = "SECRET",
      description = "The owner's secret. Without it: the empty one, well known on a TPM 1.2.")
  Optional<SecretSource> owner = Optional.empty();

  @Option(names = "--auth", paramLabel = "SECRET", description = "The area's own secret.")
  Optional<SecretSource> auth = Optional.empty();

  @Override
  void check() {
    number();
  }

  /** The index, unsigned 32 bits. */
  final long number() {
    try {
      long number = Long.decode(index);
      if (number >= 0 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as of a number that is too large.
    }
    throw new UsageException(
        "\"" + index + "\" is no index: a number of 32 bits, as 0x01500001 or 22020097");
  }

  /** The owner's secret, for the caller to close. */
  final AuthValue ownerSecret(Environment machine) {
    return Secrets.orEmpty(owner, machine, "the owner");
  }

  /** The area's own secret, for the caller to close. */
  final AuthValue areaSecret(Environment machine) {
    return Secrets.orEmpty(auth, machine, "the NV area");
  }

  /** What is done in somebody's name. */
  interface Deed<T> {
    T as(NvUserName who, AuthValue secret) throws IOException;
  }

  /**
   * Does it in the name whose secret was given; where none was, in the one that the area allows
   * without asking: its own before the owner's.
   *
   * @param does what the permissions are called: {@code read} or {@code write}
   */
  final <T> T use(Environment machine, NvArea area, String does, Deed<T> deed) throws IOException {
    NvUserName who =
        auth.isPresent()
            ? NvUserName.AREA
            : owner.isPresent()
                ? NvUserName.OWNER
                : area.has("auth" + does)
                    ? NvUserName.AREA
                    : area.has("owner" + does) ? NvUserName.OWNER : NvUserName.ANYBODY;
    try (AuthValue secret = who == NvUserName.AREA ? areaSecret(machine) : ownerSecret(machine)) {
      return deed.as(who, secret);
    }
  }
}
