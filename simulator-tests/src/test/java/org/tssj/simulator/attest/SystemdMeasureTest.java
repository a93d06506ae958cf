package org.tssj.simulator.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;
import org.tssj.attest.json.JsonValue;
import org.tssj.attest.predict.UnifiedKernelImage;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/** systemd-measure and our prediction of what a unified kernel image leaves in PCR 11. */
class SystemdMeasureTest {

  private static final Path PROGRAM = Path.of("/lib/systemd/systemd-measure");

  @TempDir Path folder;

  @BeforeEach
  void needsTheProgram() {
    if (!Files.isExecutable(PROGRAM)) {
      String reason = "not on this machine: " + PROGRAM;
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(reason);
      }
      throw new TestAbortedException(reason);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linux",
        "linux cmdline",
        "linux initrd osrel",
        "linux osrel cmdline initrd splash dtb pcrpkey"
      })
  void calculatesWhatWePredictInEveryBankAndPhase(String sections) throws Exception {
    Map<String, Bytes> contents = new LinkedHashMap<>();
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "calculate"));
    for (String section : sections.split(" ", -1)) {
      Bytes content = Bytes.utf8("what is in ." + section + "\n");
      contents.put("." + section, content);
      command.add("--" + section + "=" + write(section, content));
    }
    List<Bank> banks = List.of(Bank.SHA1, Bank.SHA256, Bank.SHA384, Bank.SHA512);
    banks.forEach(bank -> command.add("--bank=" + bank));
    command.add("--json=short");
    Peer theirs = Peer.run(folder, command.toArray(String[]::new));
    assertEquals(0, theirs.status(), theirs.said());
    JsonValue.Members calculated = JsonValue.read(Bytes.utf8(theirs.out())).object();
    UnifiedKernelImage image = new UnifiedKernelImage(contents);
    for (Bank bank : banks) {
      int compared = 0;
      for (JsonValue each : calculated.get(bank.name()).elements()) {
        List<String> phases = List.of(each.object().get("phase").string().split(":", -1));
        assertEquals(
            each.object().get("hash").string(),
            image.prediction(List.of(bank), phases).value(bank).toHex());
        compared++;
      }
      assertTrue(compared > 3, theirs.out());
    }
  }

  private String write(String name, Bytes content) throws IOException {
    Files.write(folder.resolve(name), content.toArray());
    return folder.resolve(name).toString();
  }
}
