package org.tssj.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * What programs left in a TPM: sessions and loaded keys, which nobody flushes but who made them.
 */
final class Leftovers {

  private static final int LOADED_SESSIONS = 0x0200_0000;
  private static final int SAVED_SESSIONS = 0x0300_0000;
  private static final int TRANSIENT = 0x8000_0000;

  /**
   * One of them.
   *
   * @param handle its number, unsigned 32 bits
   * @param kind what it is, in words
   * @param flushing removes it
   */
  record Thing(int handle, String kind, Flushing flushing) {
    String number() {
      return String.format("0x%08x", handle);
    }
  }

  /** Removes something. */
  @FunctionalInterface
  interface Flushing {
    void flush() throws IOException;
  }

  private Leftovers() {}

  static List<Thing> of(Tpm tpm) throws IOException {
    return tpm.tpm20().isPresent() ? of20(tpm.tpm20().get()) : of12(tpm.tpm12().orElseThrow());
  }

  private static List<Thing> of20(Tpm20 tpm) throws IOException {
    List<Thing> all = new ArrayList<>();
    for (Handle each : tpm.handles(LOADED_SESSIONS)) {
      boolean policy = each.type() == SAVED_SESSIONS >>> 24;
      all.add(thing(tpm, each, policy ? "policy session" : "session"));
    }
    for (Handle each : tpm.handles(SAVED_SESSIONS)) {
      all.add(thing(tpm, each, "saved session"));
    }
    for (Handle each : tpm.handles(TRANSIENT)) {
      all.add(thing(tpm, each, "loaded object"));
    }
    return all;
  }

  private static Thing thing(Tpm20 tpm, Handle handle, String kind) {
    return new Thing(handle.value(), kind, () -> tpm.execute(new FlushContext(handle)));
  }

  private static List<Thing> of12(Tpm12 tpm) throws IOException {
    List<Thing> all = new ArrayList<>();
    for (ResourceType type :
        List.of(ResourceType.KEY, ResourceType.AUTH, ResourceType.TRANS, ResourceType.DAA_TPM)) {
      for (org.tssj.tpm12.structure.handle.Handle each :
          tpm.capability(Capability.handles(type)).handles()) {
        all.add(
            new Thing(
                each.value(),
                word(type),
                () -> tpm.execute(new org.tssj.tpm12.command.eviction.FlushSpecific(each, type))));
      }
    }
    return all;
  }

  private static String word(ResourceType type) {
    if (type.equals(ResourceType.KEY)) {
      return "loaded key";
    }
    if (type.equals(ResourceType.AUTH)) {
      return "session";
    }
    return type.equals(ResourceType.TRANS) ? "transport session" : "DAA session";
  }
}
