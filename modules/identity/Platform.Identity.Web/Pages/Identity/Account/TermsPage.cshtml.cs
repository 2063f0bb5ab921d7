using Microsoft.AspNetCore.Authorization;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

/// <summary>The terms of use, for everybody.</summary>
[AllowAnonymous]
internal sealed class TermsPageModel : PlatformPageModel;
