package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tssj.attest.manifest.Manifest;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.output.Json;
import org.tssj.core.Bank;
import org.tssj.core.PcrValues;

/** What a manifest leads to, in both forms. */
final class ManifestReport {

  private ManifestReport() {}

  /**
   * The values that measuring the parts in order gives.
   *
   * @param pcr the index; without one there are none
   * @param bank the bank; without one every bank of which all parts have a digest
   * @throws UsageException if the manifest has not the digests for it
   */
  static PcrValues pcrs(Manifest manifest, Optional<Integer> pcr, Optional<Bank> bank) {
    if (pcr.isEmpty()) {
      return PcrValues.NONE;
    }
    Set<Bank> banks = manifest.banks();
    if (banks.isEmpty() || bank.isPresent() && !banks.contains(bank.get())) {
      throw new UsageException(
          "--pcr: not every part has a digest of "
              + bank.map(Bank::name).orElse("one and the same bank")
              + (banks.isEmpty() ? "" : "; all have one of " + banks));
    }
    return manifest.prediction(pcr.get()).values(bank.map(Set::of).orElse(banks));
  }

  /** Each part with its digests. */
  static List<Object> parts(Manifest manifest) {
    List<Object> parts = new ArrayList<>();
    for (Manifest.Part part : manifest.parts()) {
      parts.add(
          Json.object().put("name", part.name()).put("digests", PcrReport.json(part.digests())));
    }
    return parts;
  }
}
