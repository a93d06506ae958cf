package org.tssj.cli.tool.quote;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.QuoteTool;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/**
 * {@code tpm_updatepcrhash}: what a quote will sign once PCRs have other values. Only the PCRs that
 * the list names are in it.
 */
public final class UpdatePcrHashTool extends QuoteTool {

  private static final int SMALLEST = 48;
  private static final int PCRS = 24;

  private static final Pattern INDEX = Pattern.compile("\\s*([0-9]+)(.*)", Pattern.DOTALL);
  private static final Pattern VALUE =
      Pattern.compile("[^=]*=\\s*([0-9A-Fa-f]{40})(?![0-9A-Fa-f]).*", Pattern.DOTALL);

  /** The tool. */
  public UpdatePcrHashTool() {
    super(
        """
        [-hv] oldhash newpcrvals newhash
        \toldhash:      file containing old PCR hash
        \tnewpcrvals:   file containing list of PCR index=value pairs
        \t              to use in creating new hash
        \tnewhash:      output file
        On success, writes the new PCR hash to newhash
        """);
  }

  @Override
  protected boolean takes(int operands) {
    return operands == 3;
  }

  @Override
  protected void run(Call call) {
    PcrValues values = values(call, operand(call, 1));
    String oldName = operand(call, 0);
    Bytes old = content(call, oldName);
    if (old.length() < SMALLEST) {
      throw refused(call, "Hash too small");
    }
    QuoteInfoFile info =
        QuoteInfoFile.read(old)
            .orElseThrow(() -> refused(call, oldName + " is not a valid quote!"));
    int octets = info.selectionOctets();
    if (octets * Byte.SIZE > PCRS) {
      throw refused(call, "Cannot handle the selection size of " + octets + " in " + oldName);
    }
    if (values.bank(Bank.SHA1).keySet().stream().anyMatch(pcr -> pcr >= octets * Byte.SIZE)) {
      throw refused(call, "Specified PCRs exceed supported PCRs in hash");
    }
    write(call, operand(call, 2), info.updated(values));
  }

  private static PcrValues values(Call call, String name) {
    PcrValues values = PcrValues.NONE;
    String text = new String(content(call, name).toArray(), StandardCharsets.ISO_8859_1);
    for (String line : text.lines().toList()) {
      Matcher index = INDEX.matcher(line);
      if (!index.matches()) {
        throw refused(call, "(" + name + ":  cannot read PCR index");
      }
      String digits = index.group(1);
      if (digits.length() > 9 || Integer.parseInt(digits) >= PCRS) {
        throw refused(call, name + ":  out of range PCR " + digits);
      }
      int pcr = Integer.parseInt(digits);
      if (values.get(Bank.SHA1, pcr).isPresent()) {
        throw refused(call, name + ":  PCR " + pcr + " already specified");
      }
      Matcher value = VALUE.matcher(index.group(2));
      if (!value.matches()) {
        throw refused(call, name + ":  ill-formed entry for PCR " + pcr);
      }
      values = values.with(Bank.SHA1, pcr, Bytes.hex(value.group(1)));
    }
    return values;
  }
}
