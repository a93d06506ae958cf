package org.tssj.cli.policy;

import java.util.Locale;
import org.tssj.attest.json.JsonValue;
import org.tssj.core.Bank;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/** Hashes as the policy language names them: {@code SHA256}, with or without a prefix. */
final class Algorithms {

  private Algorithms() {}

  static Bank bank(JsonValue name) {
    try {
      return Bank.named(name.string().replaceFirst("^(?i)TPM2?_ALG_", ""));
    } catch (IllegalArgumentException e) {
      throw name.refused("must be a hash: SHA1, SHA256, SHA384, SHA512");
    }
  }

  static AlgorithmId hash(JsonValue name) {
    return AlgorithmId.of(bank(name));
  }

  static String name(Bank bank) {
    return bank.name().toUpperCase(Locale.ROOT);
  }

  static String name(AlgorithmId hash) {
    return hash.hash().map(Algorithms::name).orElseGet(hash::toString);
  }
}
