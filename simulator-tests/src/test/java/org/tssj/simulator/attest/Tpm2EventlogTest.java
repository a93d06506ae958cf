package org.tssj.simulator.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.attest.json.JsonValue;
import org.tssj.simulator.NeedsProgram;

/**
 * tpm2_eventlog of tpm2-tools 5.4 and ours over the same logs. It starts PCR 0 at zeros whatever
 * the log says of the TPM's startup, and extends some events that are never extended: there the
 * real PCRs were as ours are.
 */
@NeedsProgram("tpm2_eventlog")
class Tpm2EventlogTest {

  @TempDir Path folder;

  private static Stream<Program.Row> logs() {
    return Program.rows("eventlog");
  }

  /** By bank and index; banks without a value are none. */
  private static Map<String, String> printed(String yaml) {
    Map<String, String> pcrs = new TreeMap<>();
    String bank = "";
    boolean reached = false;
    for (String line : yaml.lines().map(String::strip).toList()) {
      if (line.equals("pcrs:")) {
        reached = true;
      } else if (reached && line.endsWith(":")) {
        bank = line.substring(0, line.length() - 1);
      } else if (reached) {
        String[] parts = line.split("\\s*:\\s*0x");
        pcrs.put(bank + " " + parts[0], parts[1]);
      }
    }
    return pcrs;
  }

  private static Map<String, String> said(JsonValue banks) {
    Map<String, String> pcrs = new TreeMap<>();
    banks
        .object()
        .members()
        .forEach(
            (bank, values) ->
                values
                    .object()
                    .members()
                    .forEach((index, value) -> pcrs.put(bank + " " + index, value.string())));
    return pcrs;
  }

  @ParameterizedTest
  @MethodSource("logs")
  void agreesWithOursWhereItIsNotKnownToBeWrong(Program.Row row) throws Exception {
    JsonValue.Members expected = row.expected(".pcrs.json");
    Peer theirs = Peer.run(folder, "tpm2_eventlog", row.path());
    Map<String, String> ours =
        said(Program.run("eventlog", "--json", row.path()).objects().get(0).get("pcrs"));
    assertFalse(ours.isEmpty() && !row.file().endsWith("specid-vendordata.bin"));
    Optional<JsonValue> wrong = expected.find("tpm2_eventlog_pcrs");
    if (wrong.isPresent()) {
      assertEquals(said(wrong.get()), printed(theirs.out()));
      assertNotEquals(printed(theirs.out()), ours);
    } else if (row.file().equals("eventlog/acs_tpm2bios.log")) {
      assertTrue(theirs.complaints().contains("SpecID digest data malformed"), theirs.said());
    } else if (row.file().equals("txt/intel-secl_txt-logs.bin")) {
      // The filler behind the log.
      assertTrue(theirs.complaints().contains("size insufficient"), theirs.said());
    } else {
      assertEquals(0, theirs.status(), theirs.said());
      assertEquals(printed(theirs.out()), ours);
    }
  }
}
