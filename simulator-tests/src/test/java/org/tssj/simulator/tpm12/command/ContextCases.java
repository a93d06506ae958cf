package org.tssj.simulator.tpm12.command;

import static org.tssj.simulator.tpm12.command.Bench.DIGEST;
import static org.tssj.simulator.tpm12.command.Bench.NOTHING;
import static org.tssj.simulator.tpm12.command.Bench.owner;
import static org.tssj.simulator.tpm12.command.Bench.secret;
import static org.tssj.simulator.tpm12.command.CommandCase.succeeds;

import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.tpm12.command.context.KeyControlOwner;
import org.tssj.tpm12.command.context.LoadAuthContext;
import org.tssj.tpm12.command.context.LoadContext;
import org.tssj.tpm12.command.context.LoadKeyContext;
import org.tssj.tpm12.command.context.SaveAuthContext;
import org.tssj.tpm12.command.context.SaveContext;
import org.tssj.tpm12.command.context.SaveKeyContext;
import org.tssj.tpm12.command.crypto.Sign;
import org.tssj.tpm12.command.eviction.EvictKey;
import org.tssj.tpm12.command.eviction.FlushSpecific;
import org.tssj.tpm12.command.session.Oiap;
import org.tssj.tpm12.structure.context.ContextBlob;
import org.tssj.tpm12.structure.context.KeyControl;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;

/** Keys and sessions outside the TPM, and out of it (Part 3, 21, 22 and 27.1). */
final class ContextCases {

  private static final Bytes LABEL = Bytes.utf8("our saved context");

  static final List<CommandCase> ALL =
      List.of(
          succeeds(
                  KeyControlOwner.SPEC,
                  on -> {
                    control(on, true);
                    on.powerCycle();
                    on.tpm().startUp();
                    // The key stayed.
                    on.execute(new Sign(on.signingHandle(), DIGEST), secret());
                    control(on, false);
                  })
              .isRefused(
                  "TPM_BAD_MODE",
                  on ->
                      on.execute(
                          new KeyControlOwner(
                              on.signingHandle(),
                              on.signing().toPubKey(),
                              new KeyControl(0x99),
                              true),
                          owner())),
          succeeds(SaveContext.SPEC, on -> save(on))
              .isRefused(
                  "TPM_INVALID_RESOURCE",
                  on -> on.execute(new SaveContext(NOTHING, ResourceType.KEY, label()))),
          succeeds(
                  LoadContext.SPEC,
                  on -> {
                    ContextBlob saved = save(on);
                    on.execute(new FlushSpecific(on.signingHandle(), ResourceType.KEY));
                    Handle back = on.execute(new LoadContext(new Handle(0), false, saved)).handle();
                    on.execute(new Sign(back, DIGEST), secret());
                  })
              .isRefused(
                  "TPM_BADCONTEXT",
                  on -> {
                    ContextBlob saved = save(on);
                    ContextBlob forged =
                        new ContextBlob(
                            saved.resourceType(),
                            saved.handle(),
                            saved.label(),
                            saved.contextCount(),
                            DIGEST,
                            saved.additionalData(),
                            saved.sensitiveData());
                    on.execute(new LoadContext(new Handle(0), false, forged));
                  }),
          succeeds(SaveKeyContext.SPEC, on -> on.execute(new SaveKeyContext(on.signingHandle())))
              .isRefused("TPM_INVALID_KEYHANDLE", on -> on.execute(new SaveKeyContext(NOTHING))),
          succeeds(
                  LoadKeyContext.SPEC,
                  on -> {
                    Bytes saved =
                        on.execute(new SaveKeyContext(on.signingHandle())).keyContextBlob();
                    on.execute(
                        new Sign(on.execute(new LoadKeyContext(saved)).keyHandle(), DIGEST),
                        secret());
                  })
              .isRefused("TPM_BAD_PARAM_SIZE", on -> on.execute(new LoadKeyContext(Bytes.EMPTY))),
          succeeds(
                  SaveAuthContext.SPEC,
                  on -> on.execute(new SaveAuthContext(on.execute(new Oiap()).authHandle())))
              .isRefused("TPM_INVALID_AUTHHANDLE", on -> on.execute(new SaveAuthContext(NOTHING))),
          succeeds(
                  LoadAuthContext.SPEC,
                  on -> {
                    Bytes saved =
                        on.execute(new SaveAuthContext(on.execute(new Oiap()).authHandle()))
                            .authContextBlob();
                    on.execute(new LoadAuthContext(saved));
                  })
              .isRefused("TPM_BAD_PARAM_SIZE", on -> on.execute(new LoadAuthContext(Bytes.EMPTY))),
          succeeds(
                  FlushSpecific.SPEC,
                  on -> on.execute(new FlushSpecific(on.signingHandle(), ResourceType.KEY)))
              .isRefused(
                  "TPM_BAD_PARAMETER",
                  on -> on.execute(new FlushSpecific(NOTHING, ResourceType.KEY))),
          succeeds(EvictKey.SPEC, on -> on.execute(new EvictKey(on.signingHandle())))
              .isRefused("TPM_INVALID_KEYHANDLE", on -> on.execute(new EvictKey(NOTHING))));

  private static Bytes label() {
    return LABEL.slice(0, 16);
  }

  private static ContextBlob save(Bench on) throws Exception {
    return on.execute(new SaveContext(on.signingHandle(), ResourceType.KEY, label())).contextBlob();
  }

  private static void control(Bench on, boolean stays) throws Exception {
    on.execute(
        new KeyControlOwner(
            on.signingHandle(), on.signing().toPubKey(), KeyControl.OWNER_EVICT, stays),
        owner());
  }

  private ContextCases() {}
}
