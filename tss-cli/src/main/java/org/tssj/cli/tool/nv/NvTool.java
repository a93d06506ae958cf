package org.tssj.cli.tool.nv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.GetOpt;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Option.Value;
import org.tssj.cli.tool.Output;
import org.tssj.cli.tool.Passwords;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.cli.tool.TpmTool;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.nv.NvIndex;

/** What the tools for NV areas share: the index, numbers, and passwords that may be arguments. */
abstract class NvTool extends TpmTool {

  static final Option INDEX = Option.value('i', "index", "", "Index of the NVRAM area");

  /** The owner's password where it may stand as an argument. */
  static final Option OWNER_PASSWORD =
      new Option('o', "pwdo", Value.OPTIONAL, "", "Owner password");

  private static final long LARGEST = 0xffff_ffffL;

  NvTool(Option... own) {
    super(own);
  }

  /** Numbers among the options: what each is called in messages, and the largest there is. */
  record NumberOption(Option option, String name, long largest) {

    static final NumberOption OF_INDEX = new NumberOption(INDEX, "NVRAM index", LARGEST);

    static NumberOption of(Option option, String name) {
      return new NumberOption(option, name, LARGEST);
    }

    /** What stands in the option; nothing if it was not given. */
    Optional<Long> in(Call call) {
      return call.arguments().value(option).map(text -> read(text, call.output()));
    }

    /**
     * Reads decimal digits, or hexadecimal ones behind 0x.
     *
     * <p>The tools of before also took what only begins like a number, and cut off what does not
     * fit 32 bits: another area than was meant.
     */
    long read(String text, Output output) {
      String digits = text.strip();
      boolean hex = digits.startsWith("0x");
      if (!digits.matches(hex ? "0x[0-9A-Fa-f]+" : "[0-9]+")) {
        output.insist(name + " must be a positive integer.\n");
        throw new ToolFailure(FAILED);
      }
      String significant = digits.substring(hex ? 2 : 0).replaceFirst("^0+(?=.)", "");
      boolean fits = significant.length() <= 10;
      long number = fits ? Long.parseLong(significant, hex ? 16 : 10) : 0;
      if (!fits || number > largest) {
        output.insist(name + " is out of valid range [0, " + largest + "]\n");
        throw new ToolFailure(FAILED);
      }
      return number;
    }
  }

  /** The numbers that this tool takes. */
  abstract List<NumberOption> numbers();

  @Override
  protected void take(Output output, GetOpt.Found found) {
    for (NumberOption number : numbers()) {
      if (number.option().letter() == found.option().letter()) {
        number.read(found.value(), output);
      }
    }
  }

  @Override
  protected List<Option> unshown() {
    return new ArrayList<>(List.of(Option.UNICODE.alias("use-unicode")));
  }

  /** Complains and fails. */
  static ToolFailure refused(Call call, String message) {
    call.output().complain(message + "\n");
    return new ToolFailure(FAILED);
  }

  /**
   * The index that was given, 0 included.
   *
   * @throws ToolFailure if none was
   */
  static NvIndex anyIndex(Call call) {
    long index =
        NumberOption.OF_INDEX
            .in(call)
            .orElseThrow(() -> refused(call, "You must provide an index for the NVRAM area."));
    return new NvIndex((int) index);
  }

  /**
   * The area that is meant.
   *
   * @throws ToolFailure if none was named, or 0
   */
  static NvIndex areaIndex(Call call) {
    long index = NumberOption.OF_INDEX.in(call).orElse(0L);
    if (index == 0) {
      throw refused(call, "You must provide an index (!= 0) for the NVRAM area.");
    }
    return new NvIndex((int) index);
  }

  /** The index as these tools print it: in both bases. */
  static String printed(NvIndex index) {
    return String.format("0x%x (%s)", index.value(), Integer.toUnsignedString(index.value()));
  }

  /**
   * A secret that need not be given: of the option that was given last, the well-known one, that of
   * a password in the argument, or of one that is asked for.
   */
  static Optional<AuthValue> secret(
      Call call, Option password, Option wellKnown, String prompt, boolean isNew) {
    return call.arguments()
        .lastFound(password, wellKnown)
        .map(
            found -> {
              if (found.option().letter() == wellKnown.letter()) {
                return Secret.wellKnown();
              }
              if (found.given().isPresent()) {
                return Passwords.ofArgument(found.value());
              }
              return isNew
                  ? call.passwords()
                      .askNew(prompt, call.isUnicode())
                      .orElseThrow(() -> refused(call, "Failed to get NVRAM data password"))
                  : call.passwords().ask(prompt, call.isUnicode());
            });
  }
}
