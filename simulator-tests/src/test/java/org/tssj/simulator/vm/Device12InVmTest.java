package org.tssj.simulator.vm;

import java.util.List;
import org.tssj.core.Bank;
import org.tssj.core.Family;
import org.tssj.simulator.vm.MeasuredBoot.Firmware;

class Device12InVmTest extends DeviceInVm {

  Device12InVmTest() {
    super(
        Family.TPM12,
        Firmware.BIOS,
        List.of(Bank.SHA1),
        List.of("Device12InGuest", "DeviceCases12InGuest"));
  }
}
