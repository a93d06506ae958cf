package org.tssj.cli.command;

import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireTree;

/** Commands and responses of either family as trees: the tag says whose they are. */
final class Message {

  private static final int CODE = 6;

  private Message() {}

  /** Whether octets begin as a command or response does. */
  static boolean is(Bytes octets) {
    return org.tssj.tpm20.command.MessageTree.isMessage(octets)
        || org.tssj.tpm12.command.MessageTree.isMessage(octets);
  }

  /** The tree of a command or response, of which nothing else is known. */
  static WireTree tree(Bytes octets) {
    boolean isResponse =
        org.tssj.tpm20.command.MessageTree.isMessage(octets)
            ? org.tssj.tpm20.command.MessageTree.isResponse(octets)
            : org.tssj.tpm12.command.MessageTree.isResponse(octets);
    return isResponse ? ofResponse(octets, Bytes.EMPTY) : ofCommand(octets);
  }

  /** The tree of a command. */
  static WireTree ofCommand(Bytes octets) {
    return org.tssj.tpm20.command.MessageTree.isMessage(octets)
        ? org.tssj.tpm20.command.MessageTree.ofCommand(octets)
        : org.tssj.tpm12.command.MessageTree.ofCommand(octets);
  }

  /**
   * The tree of a response.
   *
   * @param command what it answers; without octets if that is not known
   */
  static WireTree ofResponse(Bytes octets, Bytes command) {
    boolean isKnown = command.length() >= CODE + Integer.BYTES;
    int code = isKnown ? code(command) : 0;
    if (org.tssj.tpm20.command.MessageTree.isMessage(octets)) {
      return org.tssj.tpm20.command.MessageTree.ofResponse(
          octets,
          isKnown
              ? org.tssj.tpm20.command.Commands.byCode(code).stream().findFirst()
              : Optional.empty());
    }
    return org.tssj.tpm12.command.MessageTree.ofResponse(
        octets, isKnown ? org.tssj.tpm12.command.Commands.byOrdinal(code) : Optional.empty());
  }

  private static int code(Bytes command) {
    int code = 0;
    for (int k = 0; k < Integer.BYTES; k++) {
      code = code << Byte.SIZE | command.get(CODE + k);
    }
    return code;
  }
}
