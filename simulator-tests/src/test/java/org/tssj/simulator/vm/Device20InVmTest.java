package org.tssj.simulator.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bank;
import org.tssj.core.Family;
import org.tssj.simulator.vm.MeasuredBoot.Firmware;

class Device20InVmTest extends DeviceInVm {

  Device20InVmTest() {
    super(
        Family.TPM20,
        Firmware.UEFI,
        List.of(Bank.SHA1, Bank.SHA256, Bank.SHA384),
        List.of("Device20InGuest", "ManagedDevice20InGuest", "DeviceCases20InGuest"));
  }

  @Override
  List<String> runs() {
    List<String> runs = new ArrayList<>(super.runs());
    runs.add("as nobody open device:/dev/tpm0");
    return runs;
  }

  @Test
  void tellsAUserWithoutPermissionWhichGroupToJoin() {
    assertEquals(
        List.of(
            "device:/dev/tpm0: you may not open /dev/tpm0 (EACCES, permission denied): it belongs"
                + " to the group tss. Join it (sudo usermod -aG tss \"$USER\") and log in again"),
        report().values("open"));
  }
}
