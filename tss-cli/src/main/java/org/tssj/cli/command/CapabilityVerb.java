package org.tssj.cli.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.Capabilities;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.structure.capability.PropertyTag;
import org.tssj.tpm20.structure.capability.TaggedProperty;
import picocli.CommandLine.Command;

/** {@code tpm capability}: everything a TPM says it can do and is. */
@Command(
    name = "capability",
    header = "Show what a TPM has: properties, commands, algorithms",
    description =
        "TPM 2.0: properties, fixed ones first, then commands, algorithms, curves, PCR banks. TPM"
            + " 1.2: versions, flags by name, properties, ordinals, algorithms.")
final class CapabilityVerb extends TpmVerb {

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    Map<String, String> facts =
        tpm.tpm20().isPresent()
            ? of20(tpm.tpm20().get())
            : Capabilities.of(tpm.tpm12().orElseThrow()).words();
    Columns lines = new Columns();
    facts.forEach(lines::row);
    return Report.done(
        Json.object().put("family", tpm.family().version()).put("facts", facts), lines.toString());
  }

  private static Map<String, String> of20(Tpm20 tpm) throws IOException {
    var capabilities = org.tssj.tpm20.resource.Capabilities.of(tpm);
    Map<String, String> facts = new LinkedHashMap<>();
    Map<PropertyTag, Long> properties = new LinkedHashMap<>(capabilities.fixedProperties());
    properties.putAll(capabilities.variableProperties());
    properties.forEach(
        (tag, value) -> facts.put(tag.toString(), new TaggedProperty(tag, value).text()));
    facts.put("commands", words(capabilities.commands().keySet()));
    facts.put("algorithms", words(capabilities.algorithms().keySet()));
    facts.put("curves", words(capabilities.curves()));
    facts.put("PCR banks", words(capabilities.pcrBanks()));
    return facts;
  }

  private static String words(Iterable<?> all) {
    StringBuilder words = new StringBuilder();
    all.forEach(each -> words.append(words.isEmpty() ? "" : " ").append(each));
    return words.toString();
  }
}
