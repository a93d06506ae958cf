package org.tssj.tpm20.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tssj.core.testing.RoundTrips;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.command.symmetric.Hmac;
import org.tssj.tpm20.command.symmetric.Mac;

class CommandsTest {

  @Test
  void areFoundByAnyFormOfTheirName() {
    for (String name :
        List.of("TPM2_PCR_Read", "PCR_Read", "PcrRead", "TPM_CC_PCR_Read", "pcrread")) {
      assertSame(PcrRead.SPEC, Commands.named(name).orElseThrow(), name);
    }
    assertTrue(Commands.named("PCR_Write").isEmpty());
  }

  @Test
  void areFoundByTheirNumber() {
    assertEquals(List.of(PcrRead.SPEC), Commands.byCode(0x17e));
    assertEquals(List.of(Hmac.SPEC, Mac.SPEC), Commands.byCode(0x155));
    assertEquals(List.of(), Commands.byCode(0x2000_0001));
  }

  @Test
  void areAllThatTheModuleHas() {
    var missing = new TreeSet<String>();
    var seen = new TreeSet<String>();
    RoundTrips.declaredIn(
        Commands.class,
        constant -> {
          if (constant instanceof CommandSpec<?, ?> spec) {
            seen.add(spec.name());
            if (Commands.named(spec.name()).filter(found -> found == spec).isEmpty()
                || !Commands.byCode(spec.code()).contains(spec)) {
              missing.add(spec.name());
            }
          }
          return Stream.empty();
        });
    assertTrue(seen.size() > 100, "found only " + seen);
    assertEquals(new TreeSet<String>(), missing, "add a line to Commands for each of these");
    assertEquals(seen, new TreeSet<>(Commands.names()));
  }
}
