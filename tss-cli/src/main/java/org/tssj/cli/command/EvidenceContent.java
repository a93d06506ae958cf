package org.tssj.cli.command;

import java.util.Locale;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.evidence.EvidenceFile;
import org.tssj.attest.evidence.ForeignEvidence;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * Evidence from a file of ours or of another program.
 *
 * @param form {@code json}, {@code cbor}, or {@code foreign}
 * @param evidence what is in it
 */
record EvidenceContent(String form, Evidence evidence) {

  /**
   * Reads it.
   *
   * @throws WireException if it is of no form known here, or contradicts itself
   */
  static EvidenceContent read(InputFile file, Environment machine) {
    Bytes content = file.read(machine);
    try {
      Evidence ours = EvidenceFile.read(content);
      String form = EvidenceFile.form(content).name().toLowerCase(Locale.ROOT);
      return new EvidenceContent(form, ours);
    } catch (WireException e) {
      // Neither JSON nor CBOR, or without our name in it: it may be somebody else's.
      if (e.path().equals("evidence") || e.path().equals("evidence.format")) {
        return foreign(content, e);
      }
      throw e;
    }
  }

  private static EvidenceContent foreign(Bytes content, WireException ofOurs) {
    try {
      return new EvidenceContent("foreign", ForeignEvidence.read(content));
    } catch (WireException e) {
      throw e.path().equals("evidence") ? ofOurs : e;
    }
  }
}
