package org.tssj.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.cli.FakeMachine;

class TraceVerbTest {

  // TPM2_GetRandom of 4 octets and its answer; TPM_PcrRead of PCR 1, refused by TPM_BADINDEX;
  // octets
  // that are nothing; a time-out.
  private static final String TRACE =
      """
      tssj-trace 1 secrets=no
      > 0.000100 80010000000c0000017b0004
      < 0.001350 80010000001000000000000401020304
      > 1.000000 00c10000000e0000001500000001
      < 12.000001 00c40000000a00000002
      > 12.000002 00c10000000e0000001500000001
      < 12.000003 cafe..
      ! 12.500000 no answer within 500 ms
      """;

  private final FakeMachine machine = new FakeMachine();
  @TempDir Path folder;

  private int run(String text, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("tpm.trace"), text);
    return machine.run("trace " + file, more);
  }

  @Test
  void isALineForEachThingThatPassed() throws IOException {
    assertEquals(0, run(TRACE), machine.err());
    assertEquals(
        """
        0.000100   TPM2_GetRandom                     12 octets
        0.001350     TPM_RC_SUCCESS                   16 octets
        1.000000   TPM_PCRRead                        14 octets
        12.000001    TPM_BADINDEX                     10 octets
        12.000002  TPM_PCRRead                        14 octets
        12.000003  no command and no answer of a TPM  3 octets, secrets left out
        12.500000    no answer                        no answer within 500 ms
        """,
        machine.out());
  }

  @Test
  void hasTreesOnRequestThatKnowWhatWasAsked() throws IOException {
    assertEquals(0, run(TRACE, "--trees"), machine.err());
    assertTrue(machine.out().contains("\n0.001350  TPM_RC_SUCCESS  16 octets\n"), machine.out());
    assertTrue(machine.out().contains("randomBytes: 01020304\n"), machine.out());
  }

  @Test
  void isAnObjectForEachAsJson() throws IOException {
    assertEquals(0, run(TRACE, "--json"), machine.err());
    List<String> lines = machine.out().lines().toList();
    assertEquals(7, lines.size());
    assertEquals(
        "{\"line\":2,\"micros\":100,\"kind\":\"command\",\"length\":12,\"secretsLeftOut\":false,"
            + "\"name\":\"TPM2_GetRandom\"}",
        lines.get(0));
    assertEquals(
        "{\"line\":8,\"micros\":12500000,\"kind\":\"failure\",\"error\":\"no answer within 500 ms\"}",
        lines.get(6));
  }

  @Test
  void refusesWhatIsNoTrace() throws IOException {
    assertEquals(1, run("no trace"));
    assertTrue(machine.err().contains("tpm.trace"), machine.err());
    assertEquals(1, run(""));
    assertEquals(1, run("tssj-trace 1 secrets=no\n> 0.1 00\n"));
    assertEquals(2, machine.run("trace /nonexistent"));
  }
}
