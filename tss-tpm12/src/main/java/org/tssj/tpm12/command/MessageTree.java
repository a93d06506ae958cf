package org.tssj.tpm12.command;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Field;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireNumber;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireTree;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * What stands where in a whole command or response: header, handles, parameters, authorisations.
 *
 * @see "TPM 1.2 Main, Part 3, 2 Notation"
 */
public final class MessageTree {

  private static final int HEADER = 10;
  private static final int FIRST_REQUEST = 0x00c1;
  private static final int FIRST_RESPONSE = 0x00c4;
  private static final int TAGS = 3;

  private record Tag(int value) implements WireNumber {
    private static final NumberNames<Tag> NAMES = new NumberNames<>("TPM_TAG_", 4, Tag::new);

    static final Codec<Tag> CODEC = Codecs.number16("TPM_TAG", Tag::new);

    static {
      NAMES.name("RQU_COMMAND", FIRST_REQUEST);
      NAMES.name("RQU_AUTH1_COMMAND", FIRST_REQUEST + 1);
      NAMES.name("RQU_AUTH2_COMMAND", FIRST_REQUEST + 2);
      NAMES.name("RSP_COMMAND", FIRST_RESPONSE);
      NAMES.name("RSP_AUTH1_COMMAND", FIRST_RESPONSE + 1);
      NAMES.name("RSP_AUTH2_COMMAND", FIRST_RESPONSE + 2);
    }

    @Override
    public String toString() {
      return NAMES.of(value);
    }
  }

  private record Ordinal(int value) implements WireNumber {
    static final Codec<Ordinal> CODEC = Codecs.number32("TPM_COMMAND_CODE", Ordinal::new);

    @Override
    public String toString() {
      return Commands.byOrdinal(value)
          .map(CommandSpec::name)
          .orElseGet(() -> String.format("0x%08x", value));
    }
  }

  private record Authorization(
      Handle authHandle, Bytes nonceOdd, boolean continueAuthSession, Bytes auth) {
    static final int SIZE = 45;
    static final Codec<Authorization> CODEC =
        struct(
            "authorisation",
            Authorization::new,
            field("authHandle", Handle.CODEC, Authorization::authHandle),
            bytes("nonceOdd", 20, Authorization::nonceOdd),
            bool("continueAuthSession", Authorization::continueAuthSession),
            bytes("auth", 20, Authorization::auth));
  }

  private record Proof(Bytes nonceEven, boolean continueAuthSession, Bytes resAuth) {
    static final int SIZE = 41;
    static final Codec<Proof> CODEC =
        struct(
            "authorisation",
            Proof::new,
            bytes("nonceEven", 20, Proof::nonceEven),
            bool("continueAuthSession", Proof::continueAuthSession),
            bytes("resAuth", 20, Proof::resAuth));
  }

  private MessageTree() {}

  /** Whether the octets begin as a command or response of a TPM 1.2 does. */
  public static boolean isMessage(Bytes octets) {
    return tagFrom(FIRST_REQUEST, octets) || tagFrom(FIRST_RESPONSE, octets);
  }

  /** Whether the octets begin as a response does. */
  public static boolean isResponse(Bytes octets) {
    return tagFrom(FIRST_RESPONSE, octets);
  }

  private static boolean tagFrom(int first, Bytes octets) {
    if (octets.length() < 2) {
      return false;
    }
    int tag = octets.get(0) << 8 | octets.get(1);
    return tag >= first && tag < first + TAGS;
  }

  /**
   * A command's tree, whatever is wrong with it.
   *
   * @param octets the command with its header
   */
  public static WireTree ofCommand(Bytes octets) {
    CommandSpec<?, ?> spec =
        octets.length() < HEADER
            ? null
            : Commands.byOrdinal(
                    octets.get(6) << 24 | octets.get(7) << 16 | octets.get(8) << 8 | octets.get(9))
                .orElse(null);
    return WireTree.describe(
        spec == null ? "TPM 1.2 command" : spec.name(),
        octets,
        in -> readCommand(in, octets, spec));
  }

  private static void readCommand(WireReader in, Bytes octets, @Nullable CommandSpec<?, ?> spec) {
    int authorizations = readTag(in, FIRST_REQUEST);
    long size = in.read("paramSize", Codecs.U32);
    Ordinal ordinal = in.read("ordinal", Ordinal.CODEC);
    if (spec == null) {
      in.read("octets", Codecs.rest());
      throw WireException.refused("must be a command this version knows", 6, ordinal.toString())
          .within("ordinal");
    }
    readFields(in, spec.request().fields(), authorizations * Authorization.SIZE);
    for (int k = 0; k < authorizations; k++) {
      in.read(roleName(spec, authorizations, k), Authorization.CODEC);
    }
    checkSize(size, octets);
  }

  /** Where a command goes with fewer authorisations than it may have, the last ones are meant. */
  private static String roleName(CommandSpec<?, ?> spec, int count, int k) {
    int role = spec.roles().size() - count + k;
    return role < 0 ? "authorisation" : "authorisation (" + spec.roles().get(role).name() + ")";
  }

  /**
   * A response's tree, whatever is wrong with it.
   *
   * @param octets the response with its header
   * @param to the command it answers; without it the parameters have no names
   */
  public static WireTree ofResponse(Bytes octets, Optional<CommandSpec<?, ?>> to) {
    String name = to.map(spec -> spec.name() + " response").orElse("TPM 1.2 response");
    return WireTree.describe(name, octets, in -> readResponse(in, octets, to.orElse(null)));
  }

  private static void readResponse(WireReader in, Bytes octets, @Nullable CommandSpec<?, ?> spec) {
    int proofs = readTag(in, FIRST_RESPONSE);
    long size = in.read("paramSize", Codecs.U32);
    ResultCode code = in.read("returnCode", ResultCode.CODEC);
    // A refusal is its header.
    if (code.value() == 0) {
      if (spec == null) {
        readRegion(in, proofs * Proof.SIZE, () -> in.read("octets", Codecs.rest()));
      } else {
        readFields(in, spec.response().fields(), proofs * Proof.SIZE);
      }
      for (int k = 0; k < proofs; k++) {
        in.read(spec == null ? "authorisation" : roleName(spec, proofs, k), Proof.CODEC);
      }
    }
    checkSize(size, octets);
  }

  /** Reads the tag and says how many authorisations it announces. */
  private static int readTag(WireReader in, int first) {
    Tag tag = in.read("tag", Tag.CODEC);
    if (tag.value() < first || tag.value() >= first + TAGS) {
      throw WireException.refused(
              "must be " + new Tag(first) + " or one of the two after it", 0, tag.toString())
          .within("tag");
    }
    return tag.value() - first;
  }

  /** Reads fields that have to end where the authorisations begin, {@code behind} octets long. */
  private static void readFields(WireReader in, List<? extends Field<?, ?>> fields, int behind) {
    readRegion(in, behind, () -> fields.forEach(each -> each.read(in)));
  }

  private static void readRegion(WireReader in, int behind, Runnable reading) {
    if (in.remaining() < behind) {
      throw WireException.refused(
          "must have " + behind + " bytes of authorisations",
          in.offset(),
          in.remaining() + " bytes that are left");
    }
    int outer = in.enter(in.remaining() - behind);
    reading.run();
    in.leave(outer);
  }

  private static void checkSize(long size, Bytes octets) {
    if (size != octets.length()) {
      throw WireException.refused(
              "must be the length of the message, " + octets.length(), 2, Long.toString(size))
          .within("paramSize");
    }
  }
}
