package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tssj.cli.output.Facts;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import picocli.CommandLine.Option;

/** A verb that hashes a part of a measured launch, in as many banks as one wants. */
abstract class TxtVerb extends Verb {

  @Option(
      names = "--bank",
      paramLabel = "BANK",
      order = 50,
      description = "Hash with this; may be given several times. Without it sha1 and sha256.")
  List<Bank> banks = new ArrayList<>();

  /** The banks that were named, or the two that TPMs of both families have. */
  final List<Bank> banks() {
    return banks.isEmpty() ? List.of(Bank.SHA1, Bank.SHA256) : banks;
  }

  /** The hashes in these banks. */
  final Facts hashes(Function<Bank, Bytes> hash) {
    Facts facts = new Facts();
    banks().forEach(bank -> facts.add(bank.name(), hash.apply(bank)));
    return facts;
  }
}
