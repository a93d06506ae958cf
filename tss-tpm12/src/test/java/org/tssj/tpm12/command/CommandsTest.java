package org.tssj.tpm12.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tssj.core.testing.RoundTrips;
import org.tssj.tpm12.command.integrity.PcrReset;
import org.tssj.tpm12.command.ownership.PhysicalPresence;

class CommandsTest {

  @Test
  void areFoundByAnyFormOfTheirName() {
    for (String name :
        List.of("TPM_PCR_Reset", "PCR_Reset", "PcrReset", "TPM_ORD_PCR_Reset", "pcrreset")) {
      assertSame(PcrReset.SPEC, Commands.named(name).orElseThrow(), name);
    }
    assertTrue(Commands.named("PCR_Write").isEmpty());
  }

  @Test
  void areFoundByTheirNumber() {
    assertSame(PcrReset.SPEC, Commands.byOrdinal(0xc8).orElseThrow());
    assertSame(PhysicalPresence.SPEC, Commands.byOrdinal(0x4000_000a).orElseThrow());
    assertTrue(Commands.byOrdinal(0x2000_0001).isEmpty());
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
                || Commands.byOrdinal(spec.ordinal()).filter(found -> found == spec).isEmpty()) {
              missing.add(spec.name());
            }
          }
          return Stream.empty();
        });
    assertTrue(seen.size() > 50, "found only " + seen);
    assertEquals(new TreeSet<String>(), missing, "add a line to Commands for each of these");
    assertEquals(seen, new TreeSet<>(Commands.names()));
  }
}
