package org.tssj.simulator.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tssj.simulator.transport.Commands.answer;
import static org.tssj.simulator.transport.Commands.success;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;

/** {@code /dev/tpmrm0}: the kernel's resource manager. */
class ManagedDevice20InGuest extends DeviceContract {

  ManagedDevice20InGuest() {
    super(Family.TPM20, "/dev/tpmrm0", Set.of());
  }

  /** The case the other way round: this one is there to be shared. */
  @Test
  @Override
  void tellsASecondClientWhyItHasToWait() throws IOException {
    try (TpmTransport second = Transports.open(connectionString())) {
      success(second, Commands.TPM20.getRandom);
    }
  }

  /** The kernel refuses it itself, with the mark of its layer, and does not ask the TPM. */
  @Test
  @Override
  void givesTheTpmsRefusalAsOctetsAndNotAsAnException() throws IOException {
    try (TpmTransport tpm = Transports.open(connectionString())) {
      assertEquals(
          Bytes.hex("8001 0000000a 000b0143"), answer(tpm, Commands.TPM20.unknownCommand));
    }
  }
}
