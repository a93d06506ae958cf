package org.tssj.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tssj.simulator.command.CommandCase.succeeds;

import java.util.List;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.command.context.ContextLoad;
import org.tssj.tpm20.command.context.ContextSave;
import org.tssj.tpm20.command.context.EvictControl;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.structure.context.Context;
import org.tssj.tpm20.structure.handle.Handle;

/** Contexts and persistent objects (Part 3, 28). */
final class ContextCases {

  private static final Handle PERSISTENT = Handle.of(0x8101_0000);

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  ContextSave.SPEC,
                  on -> {
                    Context saved = on.execute(new ContextSave(on.signingKey().handle())).context();
                    assertEquals(Handle.OWNER, saved.hierarchy());
                  })
              .isRefused(
                  "TPM_RC_REFERENCE_H0",
                  "handle 1 (saveHandle)",
                  on -> on.execute(new ContextSave(Handle.of(0x8000_0000)))),
          succeeds(
                  ContextLoad.SPEC,
                  on -> {
                    LoadedObject key = on.signingKey();
                    Context saved = on.execute(new ContextSave(key.handle())).context();
                    key.close();
                    Handle loaded =
                        on.flushLater(on.execute(new ContextLoad(saved)).loadedHandle());
                    assertEquals(key.publicArea(), on.execute(new ReadPublic(loaded)).outPublic());
                  })
              .isRefused(
                  "TPM_RC_INTEGRITY",
                  "parameter 1 (context)",
                  on -> {
                    Context saved = on.execute(new ContextSave(on.signingKey().handle())).context();
                    on.execute(
                        new ContextLoad(
                            new Context(
                                saved.sequence() + 1,
                                saved.savedHandle(),
                                saved.hierarchy(),
                                saved.contextBlob())));
                  }),
          succeeds(
                  FlushContext.SPEC,
                  on -> {
                    Handle key = on.signingKey().handle();
                    on.execute(new FlushContext(key));
                    assertEquals(List.of(), on.tpm().handles(0x8000_0000));
                  })
              // The handle is a parameter here, not in the handle area.
              .isRefused(
                  "TPM_RC_HANDLE",
                  "parameter 1 (flushHandle)",
                  on -> on.execute(new FlushContext(Handle.of(0x8000_0000)))),
          succeeds(
                  EvictControl.SPEC,
                  on -> {
                    LoadedObject key = on.signingKey();
                    on.execute(new EvictControl(Handle.OWNER, key.handle(), PERSISTENT));
                    assertEquals(List.of(PERSISTENT), on.tpm().handles(0x8100_0000));
                    Handle there = PERSISTENT.named(key.publicArea().name());
                    on.execute(new EvictControl(Handle.OWNER, there, PERSISTENT));
                    assertEquals(List.of(), on.tpm().handles(0x8100_0000));
                  })
              // The upper half of the persistent handles is the platform's.
              .isRefused(
                  "TPM_RC_RANGE",
                  "parameter 1 (persistentHandle)",
                  on ->
                      on.execute(
                          new EvictControl(
                              Handle.OWNER, on.signingKey().handle(), Handle.of(0x8180_0000)))));

  private ContextCases() {}
}
