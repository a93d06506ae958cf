package org.tssj.simulator.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Family;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.vm.MeasuredBoot.Firmware;

@NeedsProgram({"qemu-system-x86_64", "swtpm", "swtpm_setup", "busybox", "mke2fs"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class DeviceInVmTest {

  private GuestReport uefi;

  @BeforeAll
  void boot() throws IOException {
    try (MeasuredBoot machine = MeasuredBoot.of(Family.TPM20, Firmware.UEFI)) {
      uefi =
          machine.boot(
              "logs",
              "as nobody open device:/dev/tpm0",
              "tests org.tssj.simulator.transport.Device20InGuest"
                  + " org.tssj.simulator.transport.ManagedDevice20InGuest");
    }
  }

  @TestFactory
  Stream<DynamicNode> passesInTheGuest() {
    return uefi.cases().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.suite() + "." + each.name(),
                    () -> {
                      assumeFalse(each.result().equals("skipped"), each.words());
                      assertEquals("passed", each.result(), each.words());
                    }));
  }

  @Test
  void x() {
    System.out.println(uefi);
  }
}
