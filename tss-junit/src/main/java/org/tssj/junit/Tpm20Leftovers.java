package org.tssj.junit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;
import org.tssj.tpm20.structure.handle.Handle;

/** What is still loaded in a TPM 2.0: sessions, saved sessions, transient objects. */
final class Tpm20Leftovers {

  private static final long LOADED_SESSIONS = 0x0200_0000L;
  private static final long SAVED_SESSIONS = 0x0300_0000L;
  private static final long TRANSIENT_OBJECTS = 0x8000_0000L;

  private Tpm20Leftovers() {}

  /** What there is, in words. */
  static List<String> in(TpmTransport transport) throws IOException {
    // Not closed, because the transport is not ours.
    Tpm20 tpm = Tpm20.over(transport);
    List<String> found = new ArrayList<>();
    try {
      add("session", LOADED_SESSIONS, tpm, found);
      add("saved session", SAVED_SESSIONS, tpm, found);
      add("object", TRANSIENT_OBJECTS, tpm, found);
    } catch (TpmTransportException | TpmResponseException e) {
      // The test took its power, did not start it, or made it fail: nothing is loaded then.
      return List.of();
    }
    return found;
  }

  private static void add(String kind, long first, Tpm20 tpm, List<String> found)
      throws IOException {
    for (CapabilityData answer : tpm.capabilities(Capability.HANDLES, first)) {
      if (answer instanceof CapabilityData.Handles handles) {
        for (Handle handle : handles.handles()) {
          found.add(kind + " " + handle);
        }
      }
    }
  }
}
