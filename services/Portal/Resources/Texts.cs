namespace Conference.Portal.Resources;

/// <summary>Names the resource files of the pages' texts: Japanese in Texts.resx, English in Texts.en.resx.</summary>
internal sealed class Texts;
