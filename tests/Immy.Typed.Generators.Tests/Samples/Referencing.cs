using Immy.Typed;

[assembly: GenerateCapability(typeof(Vendor.ISupportsVendorThings))]
[assembly: GenerateCapability(typeof(Vendor.ISupportsVendorThings))]
