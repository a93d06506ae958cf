package org.tssj.simulator.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.StateControl;
import org.tssj.core.transport.TpmState;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsProgram;
import org.tssj.transport.swtpm.SwtpmProcess;

/**
 * The tools that make and revoke endorsement keys, on TPMs as they leave the factory: with none.
 */
@NeedsProgram({"tcsd", "swtpm", "tpm_createek"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class EndorsementToolsTest {

  private Twins twins;
  private Twins.Moment fresh;

  @BeforeAll
  void start() throws Exception {
    TpmState state;
    try (SwtpmProcess factory = SwtpmProcess.start(Family.TPM12);
        var transport = Transports.open(factory.connectionString())) {
      state = transport.ability(StateControl.class).orElseThrow().saveState();
    }
    twins = Twins.owned(Way.TCSD, Tools.ours());
    twins.restore(new Twins.Moment(state, Bytes.EMPTY));
    twins.powerCycle();
    fresh = twins.moment();
  }

  @BeforeEach
  void again() throws IOException {
    twins.restore(fresh);
  }

  @AfterAll
  void end() throws IOException {
    twins.close();
  }

  @Test
  void aKeyIsMade() throws Exception {
    assertEquals(255, twins.same("tpm_getpubek").status());
    assertEquals(255, twins.same("tpm_takeownership", "-y", "-z").status());
    twins.same("tpm_createek", "-l", "info");
    String key = twins.onlyOurs(Step.of("tpm_getpubek")).text();
    assertEquals(18, key.lines().count());
    twins.same("tpm_createek");
    assertEquals(key, twins.onlyOurs(Step.of("tpm_getpubek")).text());
    twins.write("secret", Bytes.wrap(new byte[20]));
    twins.same("tpm_revokeek", "-i", "@secret");
  }

  @Test
  void aRevocableKeyIsMadeWithASecretFromAFile() throws Exception {
    twins.write("secret", Bytes.hex("00112233445566778899aabbccddeeff00112233 4455"));
    twins.write("wrong", Bytes.wrap(new byte[20]));
    twins.same("tpm_createek", "-r", "-i", "@secret", "-l", "info");
    assertEquals(255, twins.same("tpm_revokeek", "-i", "@wrong").status());
    assertEquals(0, twins.same("tpm_revokeek", "-i", "@secret", "-l", "info").status());
    assertEquals(255, twins.same("tpm_getpubek").status());
  }

  @Test
  void aRevocableKeyIsMadeWithASecretThatTheTpmChooses() throws Exception {
    Step create = Step.of("tpm_createek", "--revocable", "-go", "@secret");
    twins.same(create.ignoring("secret", "the TPM chooses it; ours is for nobody else's eyes"));
    Bytes secret = twins.ours("secret");
    assertEquals(20, secret.length());
    assertNotEquals(twins.theirs("secret"), secret);
    assertEquals(0, twins.same("tpm_revokeek", "--infile", "@secret").status());
  }

  @Test
  void theSecretIsForNobodyElsesEyes() throws Exception {
    Step create = Step.of("tpm_createek", "-r", "-g", "-o", "@secret");
    assertEquals("rw-------", twins.onlyOurs(create).files().get("secret").permissions());
  }

  @Test
  void aKeyThatWasMeantToBeRevocableIsNotMadeForEver() throws Exception {
    for (List<String> options : List.of(List.of("-g"), List.of("-i", "@secret"))) {
      twins.write("secret", Bytes.wrap(new byte[20]));
      String[] command =
          java.util.stream.Stream.concat(
                  java.util.stream.Stream.of("tpm_createek"), options.stream())
              .toArray(String[]::new);
      assertEquals(255, twins.onlyOurs(Step.of(command)).status());
      assertTrue(
          twins.onlyOurs(Step.of("tpm_getpubek")).err().contains("No EK"), "no key was made");
    }
  }
}
