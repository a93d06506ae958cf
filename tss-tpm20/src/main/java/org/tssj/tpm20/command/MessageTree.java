package org.tssj.tpm20.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Field;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireTree;
import org.tssj.tpm20.rc.ResponseCode;
import org.tssj.tpm20.structure.auth.AuthCommand;
import org.tssj.tpm20.structure.auth.AuthResponse;
import org.tssj.tpm20.structure.auth.SessionAttributes;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.constant.StructureTag;

/**
 * What stands where in a whole command or response: header, handles, authorisation area,
 * parameters.
 *
 * @see "TPM 2.0 Library, Part 1, 18 Command/Response Structure"
 */
public final class MessageTree {

  private static final int HEADER = 10;

  private static final Codec<List<AuthCommand>> COMMAND_AREA =
      Codecs.sized(4, Codecs.listToEnd(AuthCommand.CODEC));
  private static final Codec<List<AuthResponse>> RESPONSE_AREA =
      Codecs.listToEnd(AuthResponse.CODEC);
  private static final Codec<Bytes> ENCRYPTED = Codecs.counted(2, 0xffff);

  private MessageTree() {}

  /** Whether the octets begin as a command or response of a TPM 2.0 does. */
  public static boolean isMessage(Bytes octets) {
    return octets.length() >= 2 && isTag(number(octets, 0, 2));
  }

  private static boolean isTag(int tag) {
    return tag == StructureTag.SESSIONS.value() || tag == StructureTag.NO_SESSIONS.value();
  }

  /**
   * Whether the octets are a response, which begins as a command does: its code is 0, or it is
   * nothing but its header. A few response codes are also codes of commands without parameters; a
   * header with one of those is taken for the command.
   */
  public static boolean isResponse(Bytes octets) {
    if (octets.length() < HEADER) {
      return false;
    }
    List<CommandSpec<?, ?>> commands = Commands.byCode(number(octets, 6, 4));
    return octets.length() == HEADER
        ? commands.stream().noneMatch(spec -> spec.request().fields().isEmpty())
        : number(octets, 6, 4) == 0;
  }

  private static int number(Bytes octets, int at, int length) {
    int number = 0;
    for (int k = 0; k < length; k++) {
      number = number << 8 | octets.get(at + k);
    }
    return number;
  }

  /**
   * A command's tree, whatever is wrong with it.
   *
   * @param octets the command with its header
   */
  public static WireTree ofCommand(Bytes octets) {
    List<CommandSpec<?, ?>> specs =
        octets.length() < HEADER ? List.of() : Commands.byCode(number(octets, 6, 4));
    String name =
        specs.isEmpty()
            ? "TPM 2.0 command"
            : specs.stream().map(CommandSpec::name).collect(Collectors.joining(" or "));
    return WireTree.describe(
        name, octets, in -> readCommand(in, octets, specs.isEmpty() ? null : specs.get(0)));
  }

  private static void readCommand(WireReader in, Bytes octets, @Nullable CommandSpec<?, ?> spec) {
    StructureTag tag = readTag(in);
    long size = in.read("commandSize", Codecs.U32);
    CommandCode code = in.read("commandCode", CommandCode.CODEC);
    if (spec == null) {
      in.read("octets", Codecs.rest());
      throw WireException.refused("must be a command this version knows", 6, code.toString())
          .within("commandCode");
    }
    spec.handles().forEach(handle -> handle.read(in));
    boolean encrypted = false;
    if (tag.equals(StructureTag.SESSIONS)) {
      encrypted =
          in.read("authorizationArea", COMMAND_AREA).stream()
              .anyMatch(session -> session.sessionAttributes().has(SessionAttributes.DECRYPT));
    }
    readParameters(in, spec.request().fields(), spec.handles().size(), encrypted);
    checkSize("commandSize", size, octets);
  }

  /**
   * A response's tree, whatever is wrong with it.
   *
   * @param octets the response with its header
   * @param to the command it answers; without it the parameters have no names
   */
  public static WireTree ofResponse(Bytes octets, Optional<CommandSpec<?, ?>> to) {
    String name = to.map(spec -> spec.name() + " response").orElse("TPM 2.0 response");
    return WireTree.describe(name, octets, in -> readResponse(in, octets, to.orElse(null)));
  }

  private static void readResponse(WireReader in, Bytes octets, @Nullable CommandSpec<?, ?> spec) {
    StructureTag tag = readTag(in);
    long size = in.read("responseSize", Codecs.U32);
    ResponseCode code = in.read("responseCode", ResponseCode.CODEC);
    if (code.value() != 0) {
      // A refusal is its header.
      checkSize("responseSize", size, octets);
      return;
    }
    if (spec == null) {
      in.read("octets", Codecs.rest());
      checkSize("responseSize", size, octets);
      return;
    }
    List<? extends Field<?, ?>> fields = spec.response().fields();
    int handles = spec.responseHandleCount();
    fields.subList(0, handles).forEach(handle -> handle.read(in));
    if (!tag.equals(StructureTag.SESSIONS)) {
      readParameters(in, fields, handles, false);
    } else {
      boolean encrypted = isEncrypted(octets, HEADER + 4 * handles);
      long parameters = in.read("parameterSize", Codecs.U32);
      int outer = in.enter((int) Math.min(parameters, Integer.MAX_VALUE));
      readParameters(in, fields, handles, encrypted);
      in.leave(outer);
      in.read("authorizationArea", RESPONSE_AREA);
    }
    checkSize("responseSize", size, octets);
  }

  /** Whether a session encrypted the first parameter, which the sessions behind it tell. */
  private static boolean isEncrypted(Bytes octets, int at) {
    try {
      WireReader in = new WireReader(octets.toArray());
      in.skip(at);
      in.skip(in.count(4, octets.length()));
      return RESPONSE_AREA.read(in).stream()
          .anyMatch(session -> session.sessionAttributes().has(SessionAttributes.ENCRYPT));
    } catch (WireException malformed) {
      // Whoever reads the area where it stands says so.
      return false;
    }
  }

  private static StructureTag readTag(WireReader in) {
    StructureTag tag = in.read("tag", StructureTag.CODEC);
    if (!isTag(tag.value()) && !tag.equals(StructureTag.RSP_COMMAND)) {
      throw WireException.refused(
              "must be TPM_ST_SESSIONS or TPM_ST_NO_SESSIONS", 0, tag.toString())
          .within("tag");
    }
    return tag;
  }

  private static void readParameters(
      WireReader in, List<? extends Field<?, ?>> fields, int first, boolean encrypted) {
    for (int k = first; k < fields.size(); k++) {
      if (k == first && encrypted) {
        in.read(fields.get(k).name() + " (encrypted)", ENCRYPTED);
      } else {
        fields.get(k).read(in);
      }
    }
  }

  private static void checkSize(String name, long size, Bytes octets) {
    if (size != octets.length()) {
      throw WireException.refused(
              "must be the length of the message, " + octets.length(), 2, Long.toString(size))
          .within(name);
    }
  }
}
