package org.tssj.cli.policy;

import java.io.IOException;
import java.util.List;
import org.tssj.cli.argument.UsageException;
import org.tssj.core.PcrValues;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.nv.NvReadPublic;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/** What a policy may leave to the TPM it is made for: values of now, and Names. */
public interface Facts {

  /** The values of PCRs now. */
  PcrValues pcrs(List<PcrSelection> selections) throws IOException;

  /** The handle with the Name of what is there: a persistent object, or an NV index. */
  Handle named(Handle handle) throws IOException;

  /** No TPM is at hand: a policy that leaves something open is refused. */
  Facts NONE =
      new Facts() {
        @Override
        public PcrValues pcrs(List<PcrSelection> selections) {
          throw new UsageException(
              "the policy takes the values that "
                  + PcrSelection.format(selections)
                  + " have now: tpm policy create reads them from a TPM and writes them down");
        }

        @Override
        public Handle named(Handle handle) {
          throw new UsageException(
              "the policy names "
                  + handle
                  + " by its handle alone: tpm policy create asks the TPM for its Name and writes"
                  + " it down");
        }
      };

  /** What this TPM says. */
  static Facts of(Tpm20 tpm) {
    return new Facts() {
      @Override
      public PcrValues pcrs(List<PcrSelection> selections) throws IOException {
        return tpm.pcrRead(selections);
      }

      @Override
      public Handle named(Handle handle) throws IOException {
        if (handle.type() == NV_INDEX) {
          return tpm.execute(new NvReadPublic(handle)).index();
        }
        return handle.needsName() ? tpm.name(handle) : handle;
      }
    };
  }

  /** TPM_HT_NV_INDEX. */
  int NV_INDEX = 0x01;
}
